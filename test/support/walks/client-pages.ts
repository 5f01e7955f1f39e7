import type { Browser } from '@playwright/test';
import { expect } from '@playwright/test';
import { type Desk, look, screenFor } from '../desk';
import type { OwnHouse } from '../forked-house';
import { watch, whole } from '../whole-page';

/** The same person at another house, whose sessions are the same. */
export async function sitAgain(browser: Browser, { url }: OwnHouse, { page, say, reader }: Desk): Promise<Desk> {
  const context = await screenFor(browser, url, reader);
  await context.addCookies(await page.context().cookies());
  const again = await context.newPage();
  watch(again);
  return { page: again, say, reader, leave: () => context.close() };
}

const FILE = [
  '',
  '/plan',
  '/person',
  '/consents',
  '/safety',
  '/independence',
  '/refuge',
  '/counselling',
  '/housing',
  '/referrals',
  '/family',
  '/team',
  '/documents',
  '/disclosed',
];
const ROOMS = ['/', '/cases', '/enquiries', '/withdrawals', '/incidents', '/deadlines', '/absences', '/duty', '/partners'];
/** Of whoever leads the office; what they decide of links is among it. */
const OF_OFFICE = ['/board', '/approvals', '/reports', '/housing', '/family-approvals', '/family-messages', '/family-freezes'];

/**
 * Every page on which somebody who works for the client could come to hear of her wish. Not that of who opened the file: a page asks in parts, and how many
 * of them are written down when the next one counts is a matter of milliseconds. The log behind it is compared instead.
 */
export const pagesOf = (who: 'caseworker' | 'coordinator', caseId: string, wish: string): readonly string[] => [
  ...[...FILE, `/family/${wish}`, `/family/${wish}/sheet`].map((tab) => `/cases/${caseId}${tab}`),
  ...(who === 'caseworker' ? [`/cases/${caseId}/family/${wish}/edit`] : []),
  ...ROOMS,
  ...(who === 'coordinator' ? OF_OFFICE : []),
];

/** Where two pages part, with what stands there in each; nothing where they are the same. */
export function parting(one = '', other = ''): string[] {
  if (one === other) return [];
  let at = 0;
  while (one[at] === other[at]) at++;
  return [one, other].map((page) => page.slice(Math.max(0, at - 120), at + 160));
}

const LONGEST_MINUTES = 10;
const CLOCKS = ['en-GB', 'fa-IR'].map(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Tirane', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

/** A page without what is drawn anew for each reading: the word that lets its own styles in, and the minute at which it is read. */
function sameInEveryRun(html: string, since: Date): string {
  const moments = Array.from({ length: LONGEST_MINUTES }, (_, minute) => since.getTime() + minute * 60_000);
  const minutes = moments.flatMap((moment) => CLOCKS.map((clock) => clock.format(moment)));
  return minutes.reduce((text, minute) => text.replaceAll(minute, 'now'), html.replace(/nonce="[^"]*"/g, 'nonce'));
}

/** What a page shows, to the byte. Styles come with the part that needs them, whichever is there first. */
const shown = ({ page }: Desk): Promise<string> =>
  page.evaluate<string>(`(() => {
    const body = document.body.cloneNode(true);
    for (const style of body.querySelectorAll('style')) style.remove();
    return document.title + body.outerHTML;
  })()`);

/** What stands on each of these pages, to the byte, when somebody walks from one to the next at this moment. */
export async function readAll(desk: Desk, pages: readonly string[], since: Date): Promise<Map<string, string>> {
  const { page } = desk;
  await page.clock.setFixedTime(since);
  await page.goto('/account');
  await whole(page);
  const read = new Map<string, string>();
  for (const address of pages) {
    await page.evaluate(
      `document.activeElement?.blur(); history.pushState({}, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    // a page that has arrived takes the focus
    await expect.poll(() => page.evaluate('document.activeElement?.id'), { message: address }).toBe('content');
    await whole(page);
    expect(await page.locator('app-problem').count(), `${address} says that something went wrong`).toBe(0);
    read.set(address, sameInEveryRun(await shown(desk), since));
    if (address.includes('/family')) await look(desk, `seen-read${address.replace(/[0-9a-f-]{36}/g, '').replace(/\/+/g, '-')}`);
  }
  return read;
}
