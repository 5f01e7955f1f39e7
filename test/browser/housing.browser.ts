import { randomUUID } from 'node:crypto';
import type { APIResponse, Locator } from '@playwright/test';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { destination, moveOutReason, placementKind, placementState, type PlacementState } from '@panah/domain/vocabulary/housing';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';

const SHOTS = process.env.SHOTS;
const look = async ({ page }: Desk, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

interface Told {
  items: { id: string; name: string | null; partnerId: string | null }[];
}

for (const lang of ['en', 'fa'] as const) {
  const word = <Code extends string>(list: CodeList<Code>, code: Code): string => list.label(code, lang);

  test(`a place is asked for, found, offered, reserved, lived in and left (${lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const officer = await sitDown(browser, app.url, 'housing', { lang });
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    for (const { page } of [officer, worker]) page.setDefaultTimeout(15_000);
    const caseId = await fileOfBothWithoutPlace(officer, worker);
    const { say } = worker;
    const card = ({ page }: Desk): Locator => page.locator('app-placement-card').first();
    const stands = async (desk: Desk, state: PlacementState): Promise<void> => {
      await expect(card(desk).locator('app-state').first()).toHaveText(word(placementState, state));
    };
    const open = (desk: Desk) => desk.page.goto(`${app.url}/cases/${caseId}/housing`);
    const press = (desk: Desk, id: string, english: string) =>
      card(desk)
        .getByRole('button', { name: say(id, english), exact: true })
        .click();
    const sheet = ({ page }: Desk): Locator => page.locator('mat-dialog-container, [role="dialog"]').last();
    const save = async (desk: Desk, id: string, english: string): Promise<void> => {
      await sheet(desk)
        .getByRole('button', { name: say(id, english), exact: true })
        .click();
      await expect(desk.page.locator('[role="dialog"]')).toHaveCount(0);
    };

    await test.step('the caseworker asks, and the client says that the provider may be told', async () => {
      await open(worker);
      await worker.page.getByRole('button', { name: say('housing.request', 'Ask for a place') }).click();
      await sheet(worker)
        .getByLabel(say('housing.kind', 'Kind of place'))
        .selectOption({ label: word(placementKind, 'TRANSITIONAL') });
      await save(worker, 'platform.save', 'Save');
      await stands(worker, 'REQUESTED');
      await expect(card(worker)).toContainText(say('housing.waiting', 'On the waiting list'));
      await look(worker, `housing-asked-${lang}`);
      await agreeToEachProvider(officer, worker, caseId);
    });

    await test.step('the housing officer sees why units do not fit, holds one that does, and offers it', async () => {
      await open(officer);
      await press(officer, 'housing.match', 'Look for a place');
      await sheet(officer)
        .getByRole('button', { expanded: false })
        .filter({ hasText: /\d|[۰-۹]/ })
        .first()
        .click();
      await look(officer, `housing-match-${lang}`);
      // beside a provider whom the person does not want told, the list says so
      await sheet(officer).locator('label.choice:not(:has(app-state)) input[type="radio"]').first().check();
      await sheet(officer).locator('input[type="checkbox"]').last().check();
      await save(officer, 'housing.hold', 'Hold this place');
      await stands(officer, 'MATCHED');
      await press(officer, 'housing.offer', 'Offer the place');
      await save(officer, 'housing.offer', 'Offer the place');
      await stands(officer, 'OFFERED');
      await look(officer, `housing-offered-${lang}`);
    });

    await test.step('the person says yes, and moves in', async () => {
      await open(worker);
      await press(worker, 'housing.accept', 'The person accepts');
      await sheet(worker).locator('input[type="checkbox"]').check();
      await save(worker, 'housing.reserve', 'Reserve the place');
      await stands(worker, 'RESERVED');
      await open(officer);
      await press(officer, 'housing.moveIn', 'Moved in');
      for (const tick of await sheet(officer).locator('input[type="checkbox"]').all()) await tick.check();
      await save(officer, 'housing.moveIn', 'Moved in');
      await stands(officer, 'IN_RESIDENCE');
      await look(officer, `housing-lived-in-${lang}`);
      await officer.page.goto(`${app.url}/housing`);
      await expect(officer.page.getByRole('grid')).toBeVisible();
      await look(officer, `housing-map-${lang}`);
    });

    await test.step('the address is shown to who asks for it and says why; the journey says where the person is', async () => {
      await open(worker);
      await expect(card(worker)).not.toContainText(/Lantern|Street|Lane/);
      const journey = worker.page.locator('app-journey');
      await expect(journey).toContainText(word(placementState, 'IN_RESIDENCE'));
    });

    await test.step('moved on', async () => {
      await open(officer);
      await press(officer, 'housing.moveOut', 'Moved out');
      await sheet(officer)
        .getByLabel(say('housing.why', 'Why'))
        .selectOption({ label: word(moveOutReason, 'OWN_TENANCY') });
      await sheet(officer)
        .getByLabel(say('housing.destination', 'Where to'))
        .selectOption({ label: word(destination, 'INDEPENDENT_RENT') });
      await save(officer, 'housing.moveOut', 'Moved out');
      await stands(officer, 'MOVED_OUT');
      await look(officer, `housing-left-${lang}`);
    });
    await officer.leave();
    await worker.leave();
  });
}

/** A file of the caseworker's on which no place was asked for; the housing officer is asked onto its team and takes that up. */
async function fileOfBothWithoutPlace(officer: Desk, worker: Desk): Promise<string> {
  const { items } = (await (await worker.page.request.get('/api/cases?limit=60&state=ACTIVE')).json()) as {
    items: { id: string; country: string }[];
  };
  for (const { id } of items.filter(({ country }) => country === 'AL')) {
    const answer = await worker.page.request.get(`/api/cases/${id}/housing`);
    if (!answer.ok() || ((await answer.json()) as { placements: unknown[] }).placements.length > 0) continue;
    const { user } = (await (await officer.page.request.get('/api/session')).json()) as { user: { id: string } };
    const asked = { specialty: 'HOUSING', urgency: 'ROUTINE', question: 'A room near the clinic?', clientAgreesTo: [user.id] };
    await send(worker, `/api/cases/${id}/specialist-requests`, asked);
    const queue = (await (await officer.page.request.get('/api/specialist-requests')).json()) as { items: { id: string }[] };
    for (const each of queue.items) await send(officer, `/api/specialist-requests/${each.id}/taking-up`, { answer: 'NO_TIE' });
    if ((await officer.page.request.get(`/api/cases/${id}/housing`)).ok()) return id;
  }
  throw new Error('No file is left on which no place was asked for.');
}

const send = ({ page }: Desk, url: string, data: object): Promise<APIResponse> =>
  page.request.post(url, { headers: { 'x-requested-with': 'office', 'idempotency-key': randomUUID() }, data });

/** What the dialog of consents does, of which another story tells: a yes to each provider that has a name. */
async function agreeToEachProvider(officer: Desk, worker: Desk, caseId: string): Promise<void> {
  const { items } = (await (await officer.page.request.get('/api/housing/providers?limit=100')).json()) as Told;
  const recipients = items.flatMap<object>(({ name, partnerId }) =>
    partnerId ? [{ kind: 'PARTNER', partnerId }] : name ? [{ kind: 'ORGANISATION', name }] : [],
  );
  const answer = await send(worker, `/api/cases/${caseId}/consents`, {
    purpose: 'C05_HOUSING',
    recipients,
    scope: ['PSEUDONYM', 'AGE_LANGUAGES'],
    decision: 'GIVEN',
    method: 'VERBAL_REMOTE',
    capacity: 'YES',
    freeChoice: 'ALONE',
    language: 'fa',
  });
  expect([answer.status(), await answer.text()]).toEqual([201, expect.any(String)]);
}
