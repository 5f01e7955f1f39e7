import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { Language } from '@panah/domain/vocabulary/code-list';
import { DEMO_PASSWORD } from '../../apps/api/src/demo/demo-staff';
import { type Say, textsIn } from './texts';
import { watch } from './whole-page';

/** How somebody reads: the two things that the web app keeps in the browser. */
export interface Reader {
  lang: Language;
  theme?: 'light' | 'dark';
  /** Of a laptop that is set to somewhere else, with a clock of twice twelve hours. */
  timeZone?: string;
}

/** One colleague at a screen of their own, signed in. */
export interface Desk {
  page: Page;
  say: Say;
  reader: Reader;
  leave: () => Promise<void>;
}

/** A browser of one's own in which the language and the scheme are already chosen. */
export async function screenFor(browser: Browser, url: string, { lang, theme = 'light', timeZone }: Reader): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, ...(timeZone ? { timezoneId: timeZone, locale: 'en-US' } : {}) });
  await context.addInitScript(`localStorage.setItem('lang', '${lang}'); localStorage.setItem('theme', '${theme}');`);
  return context;
}

/** Signs a person of the demo in, on the page, as they would do it. */
export async function sitDown(browser: Browser, url: string, login: string, reader: Reader): Promise<Desk> {
  const context = await screenFor(browser, url, reader);
  const page = await context.newPage();
  watch(page);
  const say = textsIn(reader.lang);
  await page.goto('/');
  await signIn(page, say, login);
  return { page, say, reader, leave: () => context.close() };
}

async function signIn(page: Page, say: Say, login: string): Promise<void> {
  await page.getByLabel(say('session.login', 'Name or work e-mail')).fill(login);
  await page.getByLabel(say('session.password', 'Password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('session.goOn', 'Go on') }).click();
  await expect(page.getByRole('navigation', { name: say('platform.main', 'Main') })).toBeVisible();
}

/** A picture to look at, when a folder for them is named (SHOTS). */
export async function look({ page }: Pick<Desk, 'page'>, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  // what stays at the top of the window would be drawn over the middle of the page
  await page.evaluate('scrollTo(0, 0)');
  const html = page.locator('html');
  const how = [await html.getAttribute('lang'), (await html.getAttribute('data-theme')) ?? 'light'].join('-');
  await page.screenshot({ path: `${process.env.SHOTS}/${name}-${how}.png`, fullPage: true });
}

/** What somebody is answered without the page. Throws what was refused. */
export async function readAs<Found>({ page }: Pick<Desk, 'page'>, url: string): Promise<Found> {
  const answer = await page.request.get(url);
  if (!answer.ok()) throw new Error(`${url}: ${String(answer.status())} ${await answer.text()}`);
  return (await answer.json()) as Found;
}

/** Does without the page what another story does by hand. Throws what was refused. */
export async function sendAs<Made = unknown>({ page }: Pick<Desk, 'page'>, url: string, data: object = {}): Promise<Made> {
  const answer = await page.request.post(url, { headers: { 'x-requested-with': 'office', 'idempotency-key': randomUUID() }, data });
  if (!answer.ok()) throw new Error(`${url}: ${String(answer.status())} ${await answer.text()}`);
  return (await answer.json()) as Made;
}
