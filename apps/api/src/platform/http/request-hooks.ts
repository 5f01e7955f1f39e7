import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditLine } from '../audit/audit-line';
import { Log } from '../log';
import { newId } from '../new-id';
import { contextOf, requestScope } from '../request-context';
import { SessionCookie } from '../session/session-cookie';
import type { Settings } from '../settings';
import { headerMap } from './header-map';
import { crossSite, knownHost } from './same-origin';

/** What happens to every request before Nest sees it, and to every answer before it leaves. */
export function addRequestHooks(app: NestFastifyApplication, settings: Settings): void {
  const server = app.getHttpAdapter().getInstance();
  const cookie = app.get(SessionCookie);
  const log = app.get(Log);
  const headers = headerMap(settings);

  server.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...headers, 'x-request-id': request.id });
    if (!knownHost(request.headers.host, request.url, settings)) return refuse(reply, 421, 'unknown-host', request.id);
    if (crossSite(request)) return refuse(reply, 403, 'cross-site', request.id);
    contextOf.keep(request.raw, {
      requestId: request.id,
      address: request.ip,
      sessionToken: cookie.read(request.headers.cookie),
      headers: {},
      line: new AuditLine(),
      actor: null,
      work: null,
    });
    done();
  });

  // after the body is read, so that the scope holds for everything that follows
  server.addHook('preHandler', (request, _reply, done) => {
    const context = contextOf.find(request.raw);
    if (context) requestScope.run(context, done);
    else done();
  });

  server.addHook('onSend', async (request, reply, payload) => {
    const context = contextOf.find(request.raw);
    reply.headers(context?.headers ?? {});
    if (context?.answerStepMs) await untilWholeStep(reply.elapsedTime, context.answerStepMs);
    return payload;
  });

  // nothing leaves a transaction open, whatever ended the request
  server.addHook('onResponse', (request, reply, done) => {
    const context = contextOf.find(request.raw);
    void context?.work?.rollback().catch(() => undefined);
    log.request({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'page',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

const untilWholeStep = (elapsed: number, step: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.ceil((elapsed + 1) / step) * step - elapsed));

interface Reply {
  status(code: number): Reply;
  type(name: string): Reply;
  send(body: string): unknown;
}

function refuse(reply: Reply, status: number, code: string, requestId: string): void {
  reply
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:problem:${code}`, status, code, requestId }));
}

export const requestId = (): string => newId();
