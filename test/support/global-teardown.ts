import { stopTestServer } from './global-setup';

/** Stops the server of the stories, unless it was brought from outside. */
export default async function endTestServer(): Promise<void> {
  await stopTestServer.run();
}
