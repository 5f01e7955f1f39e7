import type { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { requestScope } from '../request-context';

/** The route answers with bytes. */
export const GivesFile = (): MethodDecorator =>
  applyDecorators(
    ApiProduces('application/octet-stream'),
    ApiOkResponse({ description: 'the bytes', schema: { type: 'string', format: 'binary' } }),
  );

/** Bytes that somebody brought in: always saved, never opened by the browser as what they are, and without any right where they are opened all the same. */
export function fileAnswer(name: string, bytes: number, content: Readable): StreamableFile {
  const { headers } = requestScope.current();
  headers['content-security-policy'] = "default-src 'none'; sandbox";
  headers['content-disposition'] = `attachment; filename="${name}"`;
  headers['content-type'] = 'application/octet-stream';
  return new StreamableFile(content, { type: 'application/octet-stream', disposition: `attachment; filename="${name}"`, length: bytes });
}
