import type { Locator } from '@playwright/test';
import type { Word } from '@panah/domain/access/access-table';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { expect, test } from '../support/browser-story';
import { chosenWoman, type ChosenWoman } from '../support/chosen-woman';
import { type Desk, sitDown } from '../support/desk';
import { nameOf } from '../support/demo-names';
import { recordIn } from '../support/page-acts';
import { admit, answerNoTie, askAboutTie, ASKED, enterEnquiry, takeIntake } from '../support/walks/admission-walk';
import { whole } from '../support/whole-page';

interface Act {
  word: Word;
  by: string;
  about: 'enquiryId' | 'clientId' | 'caseId' | 'anything';
  outcome?: string;
}

/** What the story does, as the log has to tell it. */
const ACTS: readonly Act[] = [
  { word: 'enquiry:create', by: 'caseworker', about: 'enquiryId' },
  { word: 'enquiry:start_intake', by: 'caseworker', about: 'enquiryId' },
  { word: 'enquiry:edit', by: 'caseworker', about: 'enquiryId' },
  { word: 'enquiry:propose_admission', by: 'caseworker', about: 'enquiryId' },
  { word: 'enquiry:ask-about-tie', by: 'coordinator', about: 'enquiryId' },
  { word: 'team:answer', by: 'caseworker', about: 'anything' },
  { word: 'enquiry:edit', by: 'coordinator', about: 'enquiryId' },
  { word: 'enquiry:admit', by: 'coordinator', about: 'enquiryId' },
  { word: 'client:search', by: 'caseworker', about: 'clientId' },
  { word: 'case:read', by: 'caseworker', about: 'clientId' },
  { word: 'note:write', by: 'caseworker', about: 'clientId' },
  { word: 'case:read', by: 'caseworker2', about: 'caseId', outcome: 'NOT_FOUND' },
];

/** By what the case is known besides the name. */
interface Known {
  enquiryId: string;
  caseId: string;
  clientId: string;
  ref: string;
}

const AGREED = 'She will call again on Monday at ten.';

for (const lang of ['en', 'fa'] as const) {
  test(`from an enquiry to a case, a contact and the log (${lang})`, async ({ browser, app }) => {
    test.setTimeout(60_000);
    const woman = chosenWoman();
    test.info().annotations.push({ type: 'the woman of this run', description: `${woman.name}, ${woman.latin}` });
    const sit = (login: string) => sitDown(browser, app.url, login, { lang });

    const worker = await sit('caseworker');
    await test.step('somebody gives a name and a year', () => enterEnquiry(worker, woman));
    await test.step('the intake is taken in six steps', () => takeIntake(worker));
    const enquiryId = recordIn(worker.page, 'enquiries');
    const ref = await worker.page.locator('.head .ref').innerText();

    const coordinator = await sit('coordinator');
    await test.step('a colleague is asked about a tie', () => askAboutTie(coordinator, woman));
    await test.step('she answers on her own screen', () => answerNoTie(worker));
    const caseId = await test.step('the case is opened and she is named', () => admit(coordinator));
    await coordinator.leave();

    const clientId = await test.step('she finds the file by a Latin spelling', () => findByName(worker, woman, ref));
    expect(recordIn(worker.page, 'cases')).toBe(caseId);
    const known = { enquiryId, caseId, clientId, ref };
    await test.step('she logs a contact by keyboard', () => logContact(worker));
    await worker.leave();

    const other = await sit('caseworker2');
    await test.step('for another caseworker nothing is there', () => expectNothing(other, woman, known));
    await other.leave();

    const auditor = await sit('auditor');
    await test.step('the auditor sees each act', () => expectActs(auditor, known));
    await test.step('and no name', () => expectNoName(auditor, woman));
    await auditor.leave();
  });
}

/** Gives the number of the client, which the page asks the head of the file by. */
async function findByName({ page, say }: Desk, { name, latin }: ChosenWoman, ref: string): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(latin);
  const head = page.waitForRequest('**/api/clients/*/header');
  await page.getByRole('option').filter({ hasText: ref }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('region', { name: say('notes.timeline', 'Timeline') })).toBeVisible();
  return (await head).url().split('/').at(-2) ?? '';
}

async function logContact({ page, say, reader: { lang } }: Desk): Promise<void> {
  await expect(page.getByRole('form', { name: say('notes.newEntry', 'New entry') })).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.type(AGREED);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: caseNoteType.label('CONTACT', lang) })).toContainText(AGREED);
}

async function expectNothing({ page, say }: Desk, { name, latin }: ChosenWoman, { caseId, ref }: Known): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByText(say('platform.problemNotFound', 'There is nothing here that you can open.'))).toBeVisible();
  for (const text of [latin, name, ref]) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text);
    const nothing = page.getByText(say('platform.nothingFound', 'Nothing that you can open. Try another spelling, or the reference.'));
    await expect(page.getByRole('option').or(nothing).first()).toBeVisible();
    await expect(page.getByRole('option').filter({ hasText: ref })).toHaveCount(0);
  }
}

async function expectActs(desk: Desk, known: Known): Promise<void> {
  const { page, say } = desk;
  await page.goto('/audit');
  for (const about of ['enquiryId', 'clientId', 'caseId', 'anything'] as const) {
    await page.getByRole('searchbox', { name: say('audit.filterBy', 'Number of a record') }).fill(about === 'anything' ? '' : known[about]);
    for (const act of ACTS.filter((each) => each.about === about)) await expectAct(desk, act);
  }
}

/** Narrows the log to one kind of act; its first lines say who did it and how it ended. */
async function expectAct({ page, say }: Desk, { word, by, outcome = 'DONE' }: Act): Promise<void> {
  const words = page.getByLabel(say('audit.act', 'Act'), { exact: true });
  const outcomes = page.getByLabel(say('audit.outcome', 'Outcome'), { exact: true });
  await words.selectOption(word);
  await outcomes.selectOption(outcome);
  const row = page.getByRole('row').filter({ hasText: nameOf(by) });
  await expect(row.filter({ hasText: await labelOf(words, word) }).first()).toContainText(await labelOf(outcomes, outcome));
}

const labelOf = (select: Locator, code: string): Promise<string> => select.locator(`option[value="${code}"]`).innerText();

/** Not on the page, and not in what the page was sent. */
async function expectNoName({ page }: Desk, { writings }: ChosenWoman): Promise<void> {
  await page.goto('/audit');
  const log = await (await page.request.get('/api/audit?limit=100')).text();
  expect(log).toContain('enquiry:admit');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await whole(page);
  const shown = await page.locator('body').innerText();
  expect(writings.filter((writing) => shown.includes(writing) || log.includes(writing))).toEqual([]);
  expect(`${shown} ${log}`).not.toContain(ASKED);
  expect(`${shown} ${log}`).not.toContain(AGREED);
}
