import { addDays, weekdayOf } from '@panah/domain/dates/calendar-days';
import type { ClaimAction, ClaimState } from '@panah/domain/asylum/claim.process';
import {
  appealOutcome,
  claimEvent,
  claimState,
  decisionType,
  interpreterWish,
  legalRepCapacity,
  procedureType,
  serviceMethod,
  suspensiveEffect,
  suspensiveRecorded,
} from '@panah/domain/vocabulary/claims';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { countryName, EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { deadlineState, deadlineType, permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { expect, type Locator } from '@playwright/test';
import { type Desk, look } from '../desk';
import { choose } from '../page-acts';
import { type Question, questionAt } from '../question';
import type { OpenedCase } from './team-walk';
import { officeDay } from '../office-day';

const today = officeDay();
const ago = (days: number): string => addDays(today, -days);
/** The last day before today that is no weekend: fourteen days later is none either. */
const served = [1, 2, 3].map(ago).find((day) => weekdayOf(day) < 6) ?? ago(1);
const DAYS_TO_APPEAL = 14;
/** The day on which the appeal of the walk is due, by the rules of the made-up country. */
export const APPEAL_DUE = addDays(served, DAYS_TO_APPEAL);

/** What the legal adviser does on the refuge tab of a file. */
interface Adviser extends Desk {
  question: Question;
  word: <Code extends string>(list: CodeList<Code>, code: Code) => string;
  claim: Locator;
  take: (step: ClaimAction) => Promise<void>;
  on: (day: string) => Promise<void>;
  stands: (state: ClaimState) => Promise<void>;
}

async function atRefuge(lawyer: Desk, { id }: Pick<OpenedCase, 'id'>): Promise<Adviser> {
  const { page, reader } = lawyer;
  await page.goto(`/cases/${id}/refuge`);
  const [question, claim] = [questionAt(lawyer), page.locator('app-claim-card').first()];
  const word: Adviser['word'] = (list, code) => list.label(code, reader.lang);
  return {
    ...lawyer,
    question,
    word,
    claim,
    take: (step) => claim.getByRole('button', { name: word(claimEvent, step), exact: true }).click(),
    on: (day) => question.day('asylum.on', 'On', day),
    stands: (state) => expect(claim.locator('app-state').first()).toHaveText(word(claimState, state)),
  };
}

/** A claim in this country is begun, and the wish for protection is said. */
export async function claimIsMade(lawyer: Desk, file: Pick<OpenedCase, 'id'>, country: string = EXAMPLE_COUNTRY): Promise<void> {
  const { page, say, reader, question, word, take, on, stands } = await atRefuge(lawyer, file);
  await page.getByRole('button', { name: say('asylum.newClaim', 'New claim') }).click();
  await question.select('asylum.country', 'Country', countryName(country, reader.lang));
  await question.select('asylum.procedure', 'Procedure', word(procedureType, 'FIRST_APPLICATION'));
  await question.send();
  await take('make');
  await on(ago(60));
  await question.select('asylum.language', 'Language', languageName('fa', reader.lang));
  await question.tick(say('asylum.informed', 'The procedure was explained, in a language they understand'));
  await question.send();
  await stands('MADE');
}

/** The authority records the wish, and receives the claim. */
export async function claimIsLodged(lawyer: Desk, file: OpenedCase): Promise<void> {
  const { question, take, on, stands } = await atRefuge(lawyer, file);
  await take('register');
  await on(ago(55));
  await question.send();
  await stands('REGISTERED');
  await take('lodge');
  await on(ago(50));
  await question.send();
  await stands('LODGED');
}

export async function interviewIsHeld(lawyer: Desk, file: OpenedCase): Promise<void> {
  const { say, claim, question, word, take, on, stands } = await atRefuge(lawyer, file);
  await take('start_examination');
  await on(ago(40));
  await question.send();
  await take('set_interview');
  await on(ago(20));
  await question.write('asylum.at', 'At', '10:00');
  await question.select('asylum.interpreter', 'By whom they wish to be interpreted', word(interpreterWish, 'WOMAN'));
  await question.send();
  await stands('INTERVIEW_SET');
  await take('held');
  await question.send();
  await stands('INTERVIEWED');
  await expect(claim).toContainText(say('journey.answerAwaited', 'The answer is awaited'));
  await transcriptIsCommentedOn(lawyer);
}

/** The interview opened a deadline of its own. */
async function transcriptIsCommentedOn(lawyer: Desk): Promise<void> {
  const { page, say, reader } = lawyer;
  const question = questionAt(lawyer);
  const comment = page.locator('app-deadline-list li', { hasText: deadlineType.label('COMMENT_TRANSCRIPT', reader.lang) });
  await comment.getByRole('button', { name: say('asylum.meet', 'Deadline met') }).click();
  await question.day('asylum.metOn', 'Met on', ago(15));
  await question.day('asylum.confirmedOn', 'Or confirmed by a lawyer on', ago(15));
  await question.send();
  await expect(comment.locator('app-state')).toHaveText(deadlineState.label('MET', reader.lang));
}

/** R-AS-01: without its day of service a refusal is refused beside the field; with it the deadline stands, explained. */
export async function refusalIsServed(lawyer: Desk, file: OpenedCase): Promise<void> {
  const { page, say, question, word, take, stands } = await atRefuge(lawyer, file);
  await take('decide_negative');
  await question.select('asylum.decision', 'Decision', word(decisionType, 'REFUSED_MERITS'));
  await question.day('asylum.decidedOn', 'Decided on', addDays(served, -2));
  await question.select('asylum.serviceMethod', 'How it was served', word(serviceMethod, 'IN_PERSON'));
  await choose(page, say('asylum.appealPossible', 'Can it be appealed?'), say('platform.yes', 'Yes'));
  await question.select('asylum.suspensive', 'Does an appeal stop removal?', word(suspensiveEffect, 'AUTOMATIC'));
  await question.press();
  await expect(question.dialog.getByText(say('asylum.ruleMissing', 'Missing')).first()).toBeVisible();
  await look(lawyer, 'refuge-refused');
  await question.day('asylum.servedOn', 'Served on', served);
  await question.send();
  await stands('DECIDED_NEGATIVE');
  await expectAppealExplained(lawyer);
  await look(lawyer, 'refuge-deadline');
}

/** On whose screen it may be: the day of the appeal, and how it was reckoned. */
export async function expectAppealExplained({ page, reader }: Desk): Promise<void> {
  const appeal = page.locator('app-deadline-list li', { hasText: deadlineType.label('APPEAL', reader.lang) }).first();
  await expect(appeal.locator('.explained')).toHaveText(
    reader.lang === 'en' ? /^served \d+ \w+ \+ 14 days = (Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+$/ : /^ابلاغ .+ \+ ۱۴ روز = /,
  );
  await expect(appeal).toContainText(dayWords(APPEAL_DUE, reader.lang));
}

/** The number of the day and its month, by the reader's calendar. */
export const dayWords = (day: string, lang: 'en' | 'fa'): string =>
  new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );

/** The day stands on the page of deadlines, as a list and on the calendar, which is walked by keyboard. */
export async function deadlineIsOnCalendar(lawyer: Desk, { ref }: OpenedCase): Promise<void> {
  const { page, reader } = lawyer;
  await page.goto('/deadlines');
  await expect(page.locator('app-deadline-lines li', { hasText: ref }).first()).toBeVisible();
  await look(lawyer, 'deadlines-list');
  await page.goto('/deadlines?view=calendar');
  const chosen = page.locator('[data-chosen]');
  await chosen.focus();
  for (let left = (Date.parse(APPEAL_DUE) - Date.parse(today)) / 86_400_000; left > 0; left--)
    await page.keyboard.press(reader.lang === 'fa' ? 'ArrowLeft' : 'ArrowRight');
  await expect(chosen.locator('.due').first()).toContainText(deadlineType.label('APPEAL', reader.lang));
  await look(lawyer, 'deadlines-calendar');
}

/** A representative with a mandate; then the appeal, its ruling, and the permit that is awaited. */
export async function appealIsAllowed(lawyer: Desk, file: OpenedCase): Promise<void> {
  const { page, say, question, word, take, on, stands } = await atRefuge(lawyer, file);
  await represented(lawyer);
  await take('lodge_appeal');
  await on(today);
  await question.select('asylum.suspended', 'Is removal stopped meanwhile?', word(suspensiveRecorded, 'YES'));
  await question.send();
  await stands('APPEAL_LODGED');
  await take('ruling_positive');
  await question.select('asylum.outcome', 'Outcome', word(appealOutcome, 'ALLOWED'));
  await question.select('asylum.decision', 'Decision', word(decisionType, 'REFUGEE'));
  await question.day('asylum.decidedOn', 'Decided on', today);
  await question.day('asylum.servedOn', 'Served on', today);
  await question.tick(say('asylum.isFinal', 'Nobody can appeal against it any more'));
  await question.send();
  await stands('FINAL_POSITIVE');
  await expect(page.locator('app-permit-panel')).toContainText(word(permitType, 'REFUGEE_PERMIT'));
  await look(lawyer, 'refuge-allowed');
}

/** Protection opens a window for the family, which the client does not need; then no deadline is left. */
export async function nothingIsDue(lawyer: Desk, file: OpenedCase): Promise<void> {
  const { page, say, reader, question } = await atRefuge(lawyer, file);
  const easier = page.locator('app-deadline-list li', { hasText: deadlineType.label('FR_PRIVILEGED_WINDOW', reader.lang) });
  await easier.getByRole('button', { name: say('asylum.notUse', 'The client does not use it') }).click();
  await question.write('asylum.why', 'Why, in a few words', reader.lang === 'en' ? 'Nobody is to follow.' : 'کسی قرار نیست بپیوندد.');
  await question.send();
  await expect(easier.locator('app-state')).toHaveText(deadlineState.label('NOT_USED', reader.lang));
}

async function represented(lawyer: Desk): Promise<void> {
  const { page, say, reader } = lawyer;
  const question = questionAt(lawyer);
  await page
    .locator('app-representation-panel')
    .getByRole('button', { name: say('asylum.add', 'Add') })
    .click();
  await question.dialog.getByLabel(say('asylum.whoName', 'Name'), { exact: true }).fill('Lakeside Legal Clinic');
  await question.select('asylum.capacity', 'As what', legalRepCapacity.label('LAWYER_NGO', reader.lang));
  await question.day('asylum.fromOn', 'Since', ago(30));
  await question.tick(say('asylum.conflict', 'Checked: no conflict of interest'));
  const mandate = { name: 'mandate.txt', mimeType: 'text/plain', buffer: Buffer.from('A mandate') };
  await question.dialog.locator('input[type="file"]').setInputFiles(mandate);
  await expect(question.dialog.locator('app-paper-choice select')).not.toHaveValue('');
  await question.send();
}
