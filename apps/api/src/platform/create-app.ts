import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { validation } from './errors/validation';
import { addRequestHooks, requestId } from './http/request-hooks';
import { acceptStreams } from './http/streamed-body';
import { serveWeb } from './http/web-files';
import { Log } from './log';
import type { Settings } from './settings';

const ONE_MEGABYTE = 1024 * 1024;

/** The app on its HTTP adapter, with every hook, ready to listen. */
export async function createApp(root: DynamicModule | Type, settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: requestId,
    trustProxy: settings.trustedProxy.length > 0 ? settings.trustedProxy : false,
    bodyLimit: ONE_MEGABYTE,
    ...(settings.tls ? { https: { cert: readFileSync(settings.tls.certFile), key: readFileSync(settings.tls.keyFile) } } : {}),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: new Log(settings.logLevel), abortOnError: false });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  acceptStreams(app);
  addRequestHooks(app, settings);
  await serveWeb(app, settings);
  return app;
}
