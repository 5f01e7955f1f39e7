import { expect, type Page, type Request } from '@playwright/test';

const PARTS_UNDER_WAY = '.bone, [aria-busy="true"]';
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50))))';

const askedBy = new WeakMap<Page, Set<Request>>();

/** Notes from now on what a page asks for and was not answered yet; once for each page, before its first address. */
export function watch(page: Page): void {
  if (askedBy.has(page)) return;
  const asked = new Set<Request>();
  askedBy.set(page, asked);
  // a stream of news is never answered to its end
  page.on('request', (request) => request.resourceType() !== 'eventsource' && asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/**
 * Waits until a page that is watched stands as it will stay: every part has what it asked for, and two frames later nothing more was asked for.
 * Whoever reads a text or a count once, or says that something is not there, waits for this first.
 */
export async function whole(page: Page): Promise<void> {
  const asked = askedBy.get(page);
  if (!asked) throw new Error('Nobody watches this page.');
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await expect(async () => {
    await expectNothingUnderWay(page, asked);
    await page.evaluate(TWO_FRAMES);
    await expectNothingUnderWay(page, asked);
  }).toPass({ intervals: [20], timeout: 20_000 });
}

async function expectNothingUnderWay(page: Page, asked: ReadonlySet<Request>): Promise<void> {
  expect([...asked].map((request) => request.url())).toEqual([]);
  expect(await page.locator(PARTS_UNDER_WAY).count()).toBe(0);
}
