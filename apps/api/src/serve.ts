import { existsSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { demoNotice } from './demo/announce';
import { DemoHouse } from './demo/demo-house';
import { AuditSealer } from './platform/audit/audit-sealer';
import { createApp } from './platform/create-app';
import { Log } from './platform/log';
import { newId } from './platform/new-id';
import { openDataFolder } from './platform/data-folder';
import { reachDatabases } from './platform/database/reach-databases';
import { Jobs } from './platform/jobs/jobs';
import { serveOpenApi } from './platform/openapi';
import { refuseUnsafe, refuseUnsafeSettings } from './platform/refuse-unsafe';
import { FileKeyProvider } from './platform/sealing/file-key-provider';
import { readSettings, type Settings } from './platform/settings';

export interface RunningServer {
  app: NestFastifyApplication;
  address: string;
  /** Writes down what nobody caught. */
  failed(reason: unknown): void;
  stop(): Promise<void>;
}

/** From settings to a listening server. What was begun is taken back in reverse order when a later step fails. */
export async function startServer(settings: Settings = readSettings()): Promise<RunningServer> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    const ended = [];
    for (const step of undo.splice(0).reverse()) ended.push(...(await Promise.allSettled([step()]))); // each is tried, the database is always stopped
    const failed = ended.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };
  try {
    refuseUnsafeSettings(settings);
    openDataFolder(settings);
    const databases = await reachDatabases(settings);
    undo.push(() => databases.stop());
    await refuseUnsafe(settings, databases.urls);
    const { provider, made } = FileKeyProvider.open(settings.keyFile);
    if (made && !settings.quiet) say(KEY_NOTICE(settings.keyFile));
    const app = await createApp(AppModule.with(settings, databases.urls, provider), settings);
    undo.push(() => app.close());
    await serveOpenApi(app, pluginMetadata());
    await app.init();
    await app.get(AuditSealer).prepare(); // before the first account: a new house begins a book of its own
    if (settings.demo) await app.get(DemoHouse).fill();
    await app.listen({ port: settings.port, host: settings.host });
    await app.get(Jobs).start();
    app.get(AuditSealer).start();
    const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    if (!settings.quiet) say([`Ready: ${address}`, ...(settings.demo ? [demoNotice()] : [])].join('\n'));
    return { app, address, failed: (reason) => app.get(Log).failure(reason, newId(), 'uncaught'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const KEY_NOTICE = (file: string): string =>
  `The key of this house was made: ${file}\n  Without it all data is lost. With it all data is open. Keep a copy apart from the data and its backups.`;

/** Made by the build; absent when the sources run directly (tests), which only makes the OpenAPI document thinner. */
function pluginMetadata(): (() => Promise<Record<string, unknown>>) | null {
  const file = `${__dirname}/openapi/metadata.js`;
  if (!existsSync(file)) return null;
  return async () => ((await import(file)) as { default: () => Promise<Record<string, unknown>> }).default();
}
