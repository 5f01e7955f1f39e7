import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../settings';
import { headerMap } from './header-map';

const HASHED = /-[\w-]{8}\.(js|css|woff2?)(\.br)?$/;

/** The web app from the same origin: hashed files for a year, packed as the build laid them; the page itself never stored and with a nonce of its own. */
export async function serveWeb(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const root = settings.webRoot;
  if (!existsSync(path.join(root, 'index.html'))) return;
  const page = readFileSync(path.join(root, 'index.html'), 'utf8');
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      if (HASHED.test(file)) reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  // every address that is no file and not the API's is the page; the router in the page knows the rest
  server.get('/*', (request, reply) => {
    const file = path.extname(request.url.split('?')[0] ?? '');
    if (request.url.startsWith('/api') || file) return reply.callNotFound();
    const nonce = randomBytes(18).toString('base64');
    return reply.headers(headerMap(settings, nonce)).type('text/html; charset=utf-8').send(page.replaceAll('CSP_NONCE', nonce));
  });
}
