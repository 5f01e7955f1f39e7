import 'reflect-metadata';
import { startServer } from './serve';

/** Stops in order: the app first, the database last. Nest's own shutdown hooks would leave the database running. */
async function run(): Promise<void> {
  const server = await startServer();
  // one odd request must not end the work of everyone: it is written down and the server goes on
  process.on('unhandledRejection', (reason) => server.failed(reason));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          server.failed(error);
          process.exit(1);
        },
      );
    });
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
});
