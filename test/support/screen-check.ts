import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { watch, whole } from './whole-page';

/** What a page without faults shows: the sentence of the demo, and none of these names in its title. */
export interface Expected {
  banner: string;
  secrets: readonly string[];
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  elementRef: false,
};
const COMPLAINTS = new Set(['error', 'warning']);
/** A browser that does not know a feature says so when we forbid it. */
const NOT_OURS = /Permissions-Policy header: Unrecognized feature/;
const HEIGHT = 800;
const WIDE = 1280;
const NARROW = 320;

/** Watches one page; each look tells what is wrong with the screen that is shown. */
export class ScreenCheck {
  private complaints: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly expected: Expected,
  ) {
    page.on('console', (message) => {
      if (COMPLAINTS.has(message.type()) && !NOT_OURS.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    watch(page);
  }

  /** Goes to an address inside the loaded application, as the Back button would; a page that has arrived takes the focus. */
  async turnTo(address: string): Promise<void> {
    if (new URL(this.page.url()).pathname === address) return;
    await this.page.evaluate(
      `document.activeElement?.blur(); history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await expect(this.page.locator('#content')).toBeFocused();
  }

  /** Waits until the screen has loaded, then names everything that is wrong with it; `refusals` are answers meant to come, such as 404. */
  async look(refusals: readonly number[] = []): Promise<string[]> {
    await whole(this.page);
    const wrong = [...(await this.violations()), ...(await this.missing()), ...(await this.overflow()), ...this.heard(refusals)];
    return wrong.map((what) => `${new URL(this.page.url()).pathname}: ${what}`);
  }

  private async violations(): Promise<string[]> {
    if (!(await this.page.evaluate(`'axe' in globalThis`))) await this.page.evaluate(AXE);
    const result = await this.page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} at ${target.join(' ')} ${html.slice(0, 160)}`),
    );
  }

  private async missing(): Promise<string[]> {
    const title = await this.page.title();
    const named = this.expected.secrets.filter((name) => title.includes(name));
    const banner = await this.page.getByText(this.expected.banner).isVisible();
    return [...named.map((name) => `its title says ${name}`), ...(banner ? [] : ['it does not say that it is a demonstration'])];
  }

  private async overflow(): Promise<string[]> {
    const wide = await this.tooWide();
    await this.page.setViewportSize({ width: NARROW, height: HEIGHT });
    const narrow = await this.tooWide();
    await this.page.setViewportSize({ width: WIDE, height: HEIGHT });
    return [wide && `too wide at ${String(WIDE)}: ${wide}`, narrow && `too wide at ${String(NARROW)}: ${narrow}`].filter(Boolean);
  }

  /** The element that reaches furthest beyond the window, when the page can be pushed sideways. */
  private tooWide(): Promise<string> {
    return this.page.evaluate(TOO_WIDE);
  }

  private heard(refusals: readonly number[]): string[] {
    const meant = (text: string) => refusals.some((status) => text.includes(`status of ${String(status)} `));
    return this.complaints.splice(0).filter((text) => !meant(text));
  }
}

const TOO_WIDE = `(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth <= width) return '';
  const beyond = (element) => { const box = element.getBoundingClientRect(); return Math.max(box.right - width, -box.left); };
  const worst = [...document.body.querySelectorAll('*')].sort((a, b) => beyond(b) - beyond(a))[0];
  return String(root.scrollWidth) + ' px, ' + worst.outerHTML.slice(0, 160);
})()`;
