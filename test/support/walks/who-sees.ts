import { type JourneyStep, journeyStep } from '@panah/domain/vocabulary/journey';
import { expect } from '@playwright/test';
import type { Desk } from '../desk';
import type { OpenedCase } from './team-walk';
import { whole } from '../whole-page';

/** The tabs of a file, in their order; that of a step is called as the step is. */
const TABS = {
  timeline: ['cases.tabTimeline', 'Timeline'],
  plan: ['cases.tabPlan', 'Plan'],
  person: ['cases.tabPerson', 'Person'],
  consents: ['consents.standing', 'Consents'],
  safety: ['cases.tabSafety', 'Safety'],
  independence: 'INDEPENDENCE',
  refuge: 'REFUGE',
  counselling: 'COUNSELLING',
  housing: 'HOUSING',
  referrals: ['referrals.title', 'Referrals'],
  family: 'FAMILY',
  team: ['cases.tabTeam', 'Team'],
  documents: ['cases.tabDocuments', 'Documents'],
  history: ['cases.tabHistory', 'History'],
} as const satisfies Record<string, JourneyStep | readonly [id: string, english: string]>;
type Tab = keyof typeof TABS;

/** What of a file somebody may open (model 5.1), by who they are. What is not named is not there for them, and not locked either. */
export interface Sight {
  hidden: readonly Tab[];
  /** What stands below the address of a case, and is answered to others only. */
  closed: readonly string[];
}

export const SIGHT = {
  caseworker: { hidden: [], closed: [] },
  coordinator: { hidden: [], closed: [] },
  legal: { hidden: ['counselling'], closed: ['counselling', 'help'] },
  housing: { hidden: ['refuge', 'counselling', 'family'], closed: ['claims', 'counselling', 'help', 'family-wishes'] },
  counsellor: { hidden: ['refuge', 'housing'], closed: ['claims', 'housing', 'help'] },
} as const satisfies Record<string, Sight>;

const STEP_TABS: Readonly<Record<JourneyStep, Tab>> = {
  REFUGE: 'refuge',
  HOUSING: 'housing',
  COUNSELLING: 'counselling',
  INDEPENDENCE: 'independence',
  FAMILY: 'family',
};

/** Where each step stands, what comes next, and who sees to it while somebody does, in the reader's words; what has not begun is not named. */
export type Stands = Readonly<Partial<Record<JourneyStep, readonly [state: string, next: string, owner?: string]>>>;

/** The reader opens the file: the tabs and the steps in its header that are theirs, each with its state and what comes next, and no other. */
export async function expectOwnPart(desk: Desk, { id }: OpenedCase, { hidden, closed }: Sight, stands: Stands): Promise<void> {
  const { page, say, reader } = desk;
  await page.goto(`/cases/${id}`);
  const tabs = Object.entries(TABS).filter(([tab]) => !hidden.includes(tab as Tab));
  await expect(page.getByRole('navigation', { name: say('cases.tabs', 'File') }).getByRole('link')).toHaveText(
    tabs.map(([, name]) => (typeof name === 'string' ? journeyStep.label(name, reader.lang) : say(name[0], name[1]))),
  );
  const steps = journeyStep.codes.filter((step) => !hidden.includes(STEP_TABS[step]));
  const journey = page.locator('app-journey > ul > li');
  await expect(journey.locator('.step')).toHaveText([
    say('cases.journeyIntake', 'Intake'),
    ...steps.map((step) => journeyStep.label(step, reader.lang)),
    say('cases.journeyCase', 'Case'),
  ]);
  for (const [at, step] of steps.entries()) {
    const [state, next, owner] = stands[step] ?? [say('journey.notBegun', 'Not begun')];
    await expect(journey.nth(at + 1).locator('app-state')).toHaveText(state);
    if (next) await expect(journey.nth(at + 1).locator('.next')).toContainText(next);
    if (owner) await expect(journey.nth(at + 1).locator('.owner')).toHaveText(owner);
  }
  for (const part of closed) await expectNoAnswer(desk, `/api/cases/${id}/${part}`);
}

/** For somebody who is not on the team, there is no such file. */
export async function expectNoFile(desk: Desk, { id }: OpenedCase): Promise<void> {
  const { page } = desk;
  await expectNoAnswer(desk, `/api/cases/${id}`);
  await page.goto(`/cases/${id}`);
  await whole(page);
  await expect(page.locator('app-journey, nav.tabs, app-client-header')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Not found, or nothing that this role ever asks for. */
export async function expectNoAnswer({ page }: Desk, url: string): Promise<void> {
  expect([403, 404], url).toContain((await page.request.get(url)).status());
}
