import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { type Desk, type Reader, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { ScreenCheck } from '../support/screen-check';

const READERS: readonly Reader[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
];
const CASE = '/api/cases?limit=1&state=ACTIVE';
const ENQUIRY = '/api/enquiries?limit=1&state=ENQUIRY';

/** Which button, on which page of which record, opens something. */
interface Opener {
  button: readonly [id: string, english: string];
  of?: string | ((page: Page) => Promise<string>);
  at: (id: string) => string;
}

const caseAt = (tab: string, ...button: [string, string]): Opener => ({ button, of: CASE, at: (id) => `/cases/${id}${tab}` });
const enquiryAt = (...button: [string, string]): Opener => ({ button, of: ENQUIRY, at: (id) => `/enquiries/${id}` });

const OPENERS: Readonly<Record<string, readonly Opener[]>> = {
  caseworker: [
    enquiryAt('intake.start', 'Start the intake'),
    enquiryAt('intake.decline', 'Open no case'),
    caseAt('', 'cases.steps', 'Steps'),
    caseAt('/team', 'cases.ask', 'Ask a colleague'),
    caseAt('/team', 'cases.block', 'Close to a colleague'),
    caseAt('/person', 'clients.edit', 'Edit'),
    caseAt('/person', 'clients.addName', 'Add a name'),
    { ...caseAt('/person', 'clients.showLocation', 'Show address'), of: caseWithAddress },
    caseAt('/person', 'clients.setDuress', 'Set the duress word'),
    { button: ['staff.change', 'Change'], at: () => '/account' },
    { button: ['platform.find', 'Find'], at: () => '/' },
  ],
  coordinator: [
    caseAt('/team', 'cases.endYes', 'End'),
    { button: ['staff.grantRole', 'Grant a role'], of: '/api/staff?limit=1', at: (id) => `/staff/${id}` },
  ],
};

for (const reader of READERS) {
  for (const [login, openers] of Object.entries(OPENERS)) {
    test(`what floats for ${login} (${reader.lang}, ${String(reader.theme)})`, async ({ browser, app }) => {
      const desk = await sitDown(browser, app.url, login, reader);
      const check = new ScreenCheck(desk.page, { banner: desk.say('platform.demo', 'Demonstration: enter no real person'), secrets: [] });
      const wrong: string[] = [];
      for (const opener of openers) {
        await open(desk, opener);
        wrong.push(...(await check.look()).map((what) => `${opener.button[1]}: ${what}`));
      }
      expect(wrong).toEqual([]);
      await desk.leave();
    });
  }
}

async function open({ page, say }: Desk, { button, of, at }: Opener): Promise<void> {
  const id = typeof of === 'string' ? await firstRecord(page, of) : await of?.(page);
  await page.goto(at(id ?? ''));
  await page
    .getByRole('button', { name: say(...button) })
    .first()
    .click();
  await expect(floating(page)).toBeVisible();
}

/** Of the cases that this person has, the first whose client has an address or a name kept apart. */
async function caseWithAddress(page: Page): Promise<string> {
  const cases = (await (await page.request.get('/api/cases?limit=100')).json()) as {
    items: { id: string; client: { id: string } | null }[];
  };
  for (const { id, client: card } of cases.items) {
    const client = (await (await page.request.get(`/api/clients/${card?.id ?? ''}`)).json()) as {
      residences: unknown[] | null;
      organisationalNameCount: number | null;
    };
    if (client.residences?.length || client.organisationalNameCount) return id;
  }
  throw new Error('Nobody of the demonstration has an address.');
}

const floating = (page: Page) => page.locator('.cdk-overlay-container').locator('[role="dialog"], [role="menu"]').first();
