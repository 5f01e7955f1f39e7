import type { Page, Route } from '@playwright/test';
import { expect } from './browser-story';

/** All scripts of ours but the one that holds a partner's key: it is unlocked before. */
const SCRIPTS = /\/(?!worker-)[\w-]+\.js$/;

/** From the next answer of the partner's inbox on every script that is asked for waits, until it is let go: as on a line that is slow or broken. Fails when none had to wait. */
export async function scriptsHeldAfterTheList(page: Page): Promise<() => Promise<void>> {
  const waiting: Route[] = [];
  let how: 'before' | 'held' | 'let go' = 'before';
  await page.route('**/api/inbox?*', async (route) => {
    if (how === 'before') how = 'held';
    await route.continue();
  });
  await page.route(SCRIPTS, async (route) => {
    if (how === 'held') waiting.push(route);
    else await route.continue();
  });
  return async () => {
    how = 'let go';
    expect(waiting.length, 'scripts that had to be fetched').toBeGreaterThan(0);
    await Promise.all(waiting.map((route) => route.continue()));
  };
}
