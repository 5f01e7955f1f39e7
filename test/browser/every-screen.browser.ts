import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { sitDown, screenFor, type Reader } from '../support/desk';
import { firstRecord } from '../support/first-record';
import { ScreenCheck } from '../support/screen-check';
import { textsIn } from '../support/texts';

const READERS: readonly Reader[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
];

const OWN = ['/account', '/sessions'];
const DAY = [
  '/',
  '/absences',
  '/cases',
  '/cases/{case}',
  '/cases/{case}/plan',
  '/cases/{case}/person',
  '/cases/{case}/consents',
  '/cases/{case}/safety',
  '/cases/{case}/team',
  '/cases/{case}/documents',
  '/cases/{case}/history',
  '/withdrawals',
  '/incidents',
  '/report-incident',
  '/duty',
];
const REFERRALS = ['/cases/{case}/referrals', '/cases/{case}/referrals/new/HOUSING', '/cases/{case}/disclosed'];
const FAMILY = ['/cases/{case}/family'];
/** Who asks for a person, the messages between two, and what waits for a second look. */
const ASKED = ['/family-enquiries', '/family-messages'];
/** What stands open to whoever does family links, also where they are on nobody's team. */
const LINK_ROOMS = [
  '/',
  '/absences',
  '/cases',
  '/withdrawals',
  '/incidents',
  '/report-incident',
  '/duty',
  '/family-links',
  ...ASKED,
  '/family-messages/{message}',
  '/family-matches',
  '/specialist-requests',
];
const JOURNEY = ['refuge', 'housing', 'independence'].map((step) => `/cases/{case}/${step}`);
const HOUSING = [
  '/housing',
  '/housing/waiting',
  '/housing/units',
  '/housing/units/{unit}',
  '/housing/providers',
  '/housing/providers/{provider}',
];
/** Views of one page keep the focus where it is: each is walked to from somewhere else. */
const DEADLINES = ['calendar', 'claims', 'permits'].reduce((way, view) => [...way, '/', `/deadlines?view=${view}`], ['/deadlines']);
const SAFETY_FORMS = ['assess', 'plan', 'incident'].map((form) => `/cases/{case}/safety/${form}`);
const PARTNERS = ['/partners', '/partners/{partner}'];
const COMMON = ['/partners', '/staff'];
const ENQUIRIES = ['/enquiries', '/enquiries/new', '/enquiries/{enquiry}', '/enquiries/{enquiry}/edit', '/enquiries/questions'];
const INTAKE = ['safety', 'information', 'identity', 'situation', 'legal-basis', 'proposal'].map(
  (step) => `/enquiries/{intake}/intake/${step}`,
);
const STAFF = ['/staff', '/staff/offices', '/staff/offices/{office}/acts'];

// nobody changes anything here: the readers may come at once
test.describe.configure({ mode: 'parallel' });

/** What each role can walk to. A part in braces is the first record that this person is shown. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  caseworker: [
    ...DAY,
    '/cases/{case}/edit',
    ...REFERRALS,
    ...FAMILY,
    '/cases/{case}/family/new',
    '/family-enquiries',
    ...JOURNEY,
    '/cases/{case}/counselling',
    '/cases/{case}/independence/review',
    ...DEADLINES,
    ...SAFETY_FORMS,
    '/incidents/{incident}',
    '/cases/questions',
    ...ENQUIRIES,
    '/enquiries/{intake}',
    ...INTAKE,
    ...PARTNERS,
    ...STAFF,
    ...OWN,
  ],
  coordinator: [
    ...DAY,
    '/cases/handed-over',
    '/cases/{case}/referrals',
    ...FAMILY,
    ...ASKED,
    '/family-approvals',
    '/family-freezes',
    '/incidents/{incident}',
    '/board',
    '/approvals',
    '/reports',
    '/report-cases/contact-standard',
    '/report-cases/on-time',
    '/report-cases/reintegration?point=M6&domain=D01',
    '/report-cases/stable-independence',
    '/report-cases/time-to-housing?part=HOUSED',
    '/report-cases/referral-answers?by=partner',
    ...JOURNEY,
    '/cases/{case}/counselling',
    ...HOUSING,
    ...DEADLINES,
    ...ENQUIRIES,
    '/enquiries/{proposed}',
    '/enquiries/{proposed}/intake/safety',
    ...PARTNERS,
    '/partners/new',
    '/partners/{partner}/edit',
    '/partners/{partner}/referrals',
    ...STAFF,
    '/staff/new',
    '/staff/{colleague}',
    '/staff/offices/{office}',
  ],
  south: [
    '/',
    '/absences',
    '/withdrawals',
    '/incidents',
    '/report-incident',
    '/duty',
    '/enquiries',
    '/cases',
    '/board',
    '/approvals',
    ...ASKED,
    '/family-approvals',
    '/family-freezes',
    '/reports',
    '/housing',
    '/deadlines',
    '/partners',
    '/staff',
  ],
  counsellor: [...DAY, '/cases/{case}/counselling', '/counselling', '/counselling/forms', '/specialist-requests', ...COMMON],
  legal: [
    ...DAY,
    '/cases/{case}/refuge',
    '/cases/{case}/housing',
    ...DEADLINES,
    '/deadlines/countries',
    '/specialist-requests',
    ...COMMON,
    '/cases/questions',
    '/cases/questions/{question}',
  ],
  housing: [...DAY, '/cases/{case}/housing', ...HOUSING, '/specialist-requests', ...COMMON],
  links: [
    ...DAY,
    ...FAMILY,
    '/cases/{case}/family/new',
    '/family-links',
    '/family-links/{link}',
    '/family-links/figures',
    ...ASKED,
    '/family-messages/{message}',
    '/family-matches',
    '/family-matches/{match}',
    '/cases/{case}/independence',
    '/specialist-requests',
    ...COMMON,
  ],
  mediator: [...LINK_ROOMS, '/family-links/{link}', '/family-matches/{match}', ...COMMON],
  translator: [...LINK_ROOMS, ...COMMON],
  partner: ['/inbox', '/inbox/figures', '/inbox-key', ...OWN],
  auditor: ['/audit', '/withdrawals', ...STAFF, '/staff/{colleague}', '/nowhere'],
  admin: [...STAFF, '/withdrawals', '/health', '/staff/new', '/staff/{colleague}', '/staff/offices/new', '/staff/offices/{office}', ...OWN],
};

/** A file that is not there, or not for this person: nobody can tell the difference. */
const NOBODYS = '/cases/01900000-0000-7000-8000-000000000000';

/** Where the first record of each kind is asked for. */
const RECORDS: Readonly<Record<string, string>> = {
  case: '/api/cases?limit=1&sort=opened',
  enquiry: '/api/enquiries?limit=1&state=ENQUIRY',
  intake: '/api/enquiries?limit=1&state=INTAKE',
  proposed: '/api/enquiries?limit=1&proposed=YES',
  incident: '/api/incidents?limit=1',
  partner: '/api/partners?limit=1',
  colleague: '/api/staff?limit=1',
  office: '/api/offices',
  question: '/api/team-questions',
  unit: '/api/housing/units?limit=1',
  provider: '/api/housing/providers?limit=1',
  link: '/api/family-links?limit=1',
  message: '/api/family-messages?limit=1',
  match: '/api/family-matches',
};

for (const reader of READERS) {
  for (const [login, screens] of Object.entries(SCREENS)) {
    test(`each screen of ${login} (${reader.lang}, ${String(reader.theme)})`, async ({ browser, app }) => {
      test.setTimeout(180_000);
      const { page, say, leave } = await sitDown(browser, app.url, login, reader);
      const check = new ScreenCheck(page, {
        banner: say('platform.demo', 'Demonstration: enter no real person'),
        secrets: await clientNames(page),
      });
      const wrong: string[] = [];
      expect(screens).toEqual(expect.arrayContaining(await roomsOf(page)));
      for (const screen of screens) {
        await check.turnTo(await addressOf(page, screen));
        wrong.push(...(await check.look()));
      }
      await check.turnTo(NOBODYS);
      wrong.push(...(await check.look([404])));
      expect(wrong).toEqual([]);
      await leave();
    });
  }
}

/** What stands in this person's navigation. */
async function roomsOf(page: Page): Promise<string[]> {
  const rooms = page.locator('.nav a.nav-item');
  await expect(rooms.first()).toBeAttached();
  return rooms.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

async function addressOf(page: Page, screen: string): Promise<string> {
  const kind = /\{(\w+)\}/.exec(screen)?.[1];
  return kind ? screen.replace(`{${kind}}`, await firstRecord(page, RECORDS[kind] ?? '')) : screen;
}

/** The names by which the demo knows the clients that this person may open. */
async function clientNames(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/cases?limit=100');
  if (!answer.ok()) return [];
  const { items } = (await answer.json()) as {
    items: { client: { arab: string | null; latin: string | null; pseudonym: string } | null }[];
  };
  return items.flatMap(({ client }) => [client?.arab, client?.latin, client?.pseudonym]).filter((name) => typeof name === 'string');
}

for (const reader of READERS) {
  test(`the doors (${reader.lang})`, async ({ browser, app }) => {
    const context = await screenFor(browser, app.url, reader);
    const page = await context.newPage();
    const say = textsIn(reader.lang);
    const check = new ScreenCheck(page, { banner: say('platform.demo', 'Demonstration: enter no real person'), secrets: [] });
    const wrong: string[] = [];
    for (const door of ['/sign-in', '/activate']) {
      await page.goto(door);
      wrong.push(...(await check.look()));
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
}
