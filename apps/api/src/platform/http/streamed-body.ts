import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../errors/problem';

const OCTETS = 'application/octet-stream';
const STREAMED = 'streamedBody';
/** What is told about a body that comes as bytes: JSON, base64url, in a header, for the address must not tell it. */
export const TOLD_BESIDE = 'x-document';

/** A body that comes as bytes, and what is told about it. Nothing of it is checked: first comes the reach, then the form. */
export interface StreamedBody {
  /** Null when the request came with something else. */
  content: AsyncIterable<Uint8Array> | null;
  /** What the other side says its length is; null when it does not. */
  length: number | null;
  told: unknown;
}

/** The route takes its body as a stream of bytes, and `told` beside it. No other route does. */
export const TakesStream = (told: string): MethodDecorator =>
  applyDecorators(
    RouteConfig({ [STREAMED]: true }),
    ApiConsumes(OCTETS),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiHeader({ name: 'X-Document', required: true, description: `${told} as JSON in UTF-8, base64url.` }),
  );

export const Streamed = createParamDecorator((_: unknown, execution: ExecutionContext): StreamedBody => {
  const { raw, body, headers } = execution
    .switchToHttp()
    .getRequest<{ raw: IncomingMessage; body: unknown; headers: Record<string, string | undefined> }>();
  const length = Number(headers['content-length'] ?? NaN);
  return {
    content: isStream(body) ? whole(body, raw) : null,
    length: Number.isInteger(length) ? length : null,
    told: read(headers[TOLD_BESIDE]),
  };
});

/** Bytes pass as they come; everywhere else they are refused before anything is read. */
export function acceptStreams(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(OCTETS, (request, payload, done) => {
      const config = request.routeOptions.config as unknown as Record<string, unknown>;
      if (config[STREAMED] === true) done(null, payload);
      else done(Object.assign(new Error('no stream is taken here'), { statusCode: 415 }), undefined);
    });
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

const SILENCE = 60_000;

/** The bytes to their end. A line that breaks, or says nothing for a minute, is said as such. */
async function* whole(body: AsyncIterable<Uint8Array>, raw: IncomingMessage): AsyncGenerator<Uint8Array> {
  raw.setTimeout?.(SILENCE, () => raw.destroy());
  try {
    for await (const part of body) yield part;
  } catch {
    throw new Problem(400, 'upload-broken');
  }
}

function read(header: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(header ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
