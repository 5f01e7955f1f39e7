import { destination, moveOutReason, placementKind, placementState, type PlacementState } from '@panah/domain/vocabulary/housing';
import { expect, type Locator } from '@playwright/test';
import { type Desk, look, readAs, sendAs } from '../desk';
import { type Question, questionAt } from '../question';
import type { OpenedCase } from './team-walk';

interface Told {
  items: { id: string; name: string | null; partnerId: string | null }[];
}

/** What somebody does with the newest request of a file. */
interface Sitting {
  question: Question;
  card: Locator;
  press: (id: string, english: string) => Promise<void>;
  stands: (state: PlacementState) => Promise<void>;
}

async function atHousing(desk: Desk, { id }: OpenedCase): Promise<Sitting> {
  const { page, say, reader } = desk;
  await page.goto(`/cases/${id}/housing`);
  const card = page.locator('app-placement-card').first();
  return {
    question: questionAt(desk),
    card,
    press: (button, english) => card.getByRole('button', { name: say(button, english), exact: true }).click(),
    stands: (state) => expect(card.locator('app-state').first()).toHaveText(placementState.label(state, reader.lang)),
  };
}

export async function placeIsAskedFor(worker: Desk, file: OpenedCase): Promise<void> {
  const { page, say, reader } = worker;
  const { question, card, stands } = await atHousing(worker, file);
  await page.getByRole('button', { name: say('housing.request', 'Ask for a place') }).click();
  await question.select('housing.kind', 'Kind of place', placementKind.label('TRANSITIONAL', reader.lang));
  await question.send();
  await stands('REQUESTED');
  await expect(card).toContainText(say('housing.waiting', 'On the waiting list'));
  await look(worker, 'housing-asked');
}

/** What the dialog of consents does, of which another story tells: a yes to each provider that has a name. */
export async function providersMayBeTold(officer: Desk, worker: Desk, { id }: OpenedCase): Promise<void> {
  const { items } = await readAs<Told>(officer, '/api/housing/providers?limit=100');
  const recipients = items.flatMap<object>(({ name, partnerId }) =>
    partnerId ? [{ kind: 'PARTNER', partnerId }] : name ? [{ kind: 'ORGANISATION', name }] : [],
  );
  await sendAs(worker, `/api/cases/${id}/consents`, {
    purpose: 'C05_HOUSING',
    recipients,
    scope: ['PSEUDONYM', 'AGE_LANGUAGES'],
    decision: 'GIVEN',
    method: 'VERBAL_REMOTE',
    capacity: 'YES',
    freeChoice: 'ALONE',
    language: 'fa',
  });
}

/** The housing officer sees why units do not fit, holds one that does, and offers it. */
export async function placeIsOffered(officer: Desk, file: OpenedCase): Promise<void> {
  const { say } = officer;
  const { question, press, stands } = await atHousing(officer, file);
  await press('housing.match', 'Look for a place');
  await question.dialog
    .getByRole('button', { expanded: false })
    .filter({ hasText: /\d|[۰-۹]/ })
    .first()
    .click();
  await look(officer, 'housing-match');
  // beside a provider whom the person does not want told, the list says so
  await question.dialog.locator('label.choice:not(:has(app-state)) input[type="radio"]').first().check();
  await question.tick(say('housing.locationChecked', 'Somebody checked that the place is safe for this person'));
  await question.send('housing.hold', 'Hold this place');
  await stands('MATCHED');
  await press('housing.offer', 'Offer the place');
  await question.send('housing.offer', 'Offer the place');
  await stands('OFFERED');
  await look(officer, 'housing-offered');
}

export async function placeIsReserved(worker: Desk, file: OpenedCase): Promise<void> {
  const { question, press, stands } = await atHousing(worker, file);
  await press('housing.accept', 'The person accepts');
  await question.tick(worker.say('housing.agreed', 'The person said yes'));
  await question.send('housing.reserve', 'Reserve the place');
  await stands('RESERVED');
}

/** With the keys; then the place shows on the map of beds. */
export async function movedIn(officer: Desk, file: OpenedCase): Promise<void> {
  const { page, say } = officer;
  const { question, press, stands } = await atHousing(officer, file);
  await press('housing.moveIn', 'Moved in');
  await question.tick(say('housing.inventory', 'The inventory is written down'), say('housing.keys', 'The keys are handed over'));
  await question.send('housing.moveIn', 'Moved in');
  await stands('IN_RESIDENCE');
  await look(officer, 'housing-lived-in');
  await page.goto('/housing');
  await expect(page.getByRole('grid')).toBeVisible();
  await look(officer, 'housing-map');
}

export async function movedOn(officer: Desk, file: OpenedCase): Promise<void> {
  const { question, press, stands } = await atHousing(officer, file);
  await press('housing.moveOut', 'Moved out');
  await question.select('housing.why', 'Why', moveOutReason.label('OWN_TENANCY', officer.reader.lang));
  await question.select('housing.destination', 'Where to', destination.label('INDEPENDENT_RENT', officer.reader.lang));
  await question.send('housing.moveOut', 'Moved out');
  await stands('MOVED_OUT');
  await look(officer, 'housing-left');
}

/** The streets of the demonstration's places. */
const STREETS = /Example (Street|Lane|Square)/;

/** The case team reads the city; the street only with a reason, which the log keeps. */
export async function expectAddressOnlyWithReason(worker: Desk, file: OpenedCase): Promise<void> {
  const { say } = worker;
  const { question, card } = await atHousing(worker, file);
  await expect(card).toContainText(say('housing.where', 'Where'));
  await expectNoStreet(worker, file, card);
  await card.getByRole('button', { name: say('housing.showAddress', 'Show address') }).click();
  await expect(question.dialog).toBeVisible();
  await look(worker, 'housing-address-asked');
  await question.dialog.getByRole('button').last().click();
  await expect(card).toContainText(STREETS);
  await look(worker, 'housing-address');
}

/** Somebody whose work it is not is offered no way to the address either. */
export async function expectNoAddress(desk: Desk, file: OpenedCase): Promise<void> {
  const { card } = await atHousing(desk, file);
  await expect(card).toContainText(placementState.label('IN_RESIDENCE', desk.reader.lang));
  await expectNoStreet(desk, file, card);
  await expect(card.getByRole('button', { name: desk.say('housing.showAddress', 'Show address') })).toHaveCount(0);
  await look(desk, 'housing-without-address');
}

async function expectNoStreet(desk: Desk, { id }: OpenedCase, card: Locator): Promise<void> {
  await expect(card).not.toContainText(STREETS);
  expect(JSON.stringify(await readAs(desk, `/api/cases/${id}/housing`))).not.toMatch(STREETS);
}
