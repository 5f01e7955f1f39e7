import {
  counsellingEndReason,
  counsellingPhase,
  counsellingService,
  counsellingSource,
  counsellingState,
  counsellingUrgency,
  instrument,
  recordNoteType,
  type RecordNoteType,
  riskChecked,
  screeningBand,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { expect } from '@playwright/test';
import { nameOf } from '../demo-names';
import { type Desk, look, readAs, sendAs } from '../desk';
import { questionAt } from '../question';
import type { OpenedCase } from './team-walk';
import { whole } from '../whole-page';

/** What the counsellor writes into the record, for counsellors only. */
const NOTE = 'What belongs into the record.';
/** What the counsellor tells the case team. */
const SUMMARY = 'Comes each week.';
/** Annex D: 8, mild, and nothing that points to self-harm. */
const PHQ9 = [1, 1, 2, 1, 0, 1, 2, 0, 0];

/** What the dialog of consents does, of which another story tells. */
export async function counsellingIsAgreedTo(worker: Desk, { id }: OpenedCase): Promise<void> {
  await sendAs(worker, `/api/cases/${id}/consents`, {
    purpose: 'C07_COUNSELLING',
    recipients: [],
    decision: 'GIVEN',
    method: 'VERBAL_REMOTE',
    capacity: 'YES',
    freeChoice: 'ALONE',
    language: 'fa',
  });
}

export async function counsellingIsAskedFor(worker: Desk, { id }: OpenedCase): Promise<void> {
  const { page, say, reader } = worker;
  const question = questionAt(worker);
  await page.goto(`/cases/${id}/counselling`);
  await page.getByRole('button', { name: say('counselling.requestTitle', 'Ask for counselling') }).click();
  await question.select('counselling.service', 'Service', counsellingService.label('GRIEF', reader.lang));
  await question.tick(counsellingSource.label('SELF', reader.lang));
  const wish = reader.lang === 'en' ? 'Wants to talk about the years that passed.' : 'می‌خواهد دربارهٔ سال‌های گذشته گفت‌وگو کند.';
  await question.write('counselling.question', 'What for, in neutral words', wish);
  await look(worker, 'counselling-request');
  await question.send('counselling.requestAct', 'Ask');
  await expect(page.getByText(counsellingPhase.label('ASKED', reader.lang), { exact: true }).first()).toBeVisible();
}

/** Whoever leads counselling finds the reference on the desk, looks at it, and gives it to a counsellor. */
export async function counsellorIsFound(lead: Desk, { ref }: OpenedCase, counsellor: string): Promise<void> {
  const { page, say, reader } = lead;
  const question = questionAt(lead);
  await page.goto('/counselling');
  await look(lead, 'counselling-desk');
  await page.locator('section[aria-labelledby="desk-requests"]').getByRole('link', { name: ref }).click();
  await page.getByRole('button', { name: say('counselling.doTriage', 'Triage'), exact: true }).click();
  await question.tick(counsellingUrgency.label('ROUTINE', reader.lang), say('counselling.riskAskedHint', 'were asked'));
  await question.send('counselling.doTriage', 'Triage');
  await page.getByRole('button', { name: say('counselling.doAllocate', 'Give to a counsellor'), exact: true }).click();
  await question.select('counselling.counsellor', 'Counsellor', nameOf(counsellor));
  await question.select('counselling.supervisor', 'Supervised by', 'Roya Daneshpour');
  await question.tick(say('counselling.wishesHint', 'gender, language and ties are as the client wished'));
  await look(lead, 'counselling-allocation');
  await question.send('counselling.doAllocate', 'Give to a counsellor');
}

export async function sessionIsHeld(counsellor: Desk, { id }: OpenedCase): Promise<void> {
  const { page, say, reader } = counsellor;
  const question = questionAt(counsellor);
  await page.goto(`/cases/${id}/counselling`);
  await page.getByRole('button', { name: say('counselling.doSession', 'Record a session') }).click();
  await question.select('counselling.attendance', 'Attendance', sessionStatus.label('ATTENDED', reader.lang));
  await question.tick(riskChecked.label('YES', reader.lang));
  await look(counsellor, 'counselling-session');
  await question.send('counselling.save', 'Save');
}

/** On the counsellor's own tab of the file. */
export async function noteIsSigned({ page, say, reader }: Desk, type: RecordNoteType): Promise<void> {
  await page.getByRole('button', { name: say('counselling.writeRecord', 'Write'), exact: true }).click();
  await page.getByLabel(say('counselling.noteType', 'Kind of note')).selectOption(type);
  await page.getByLabel(say('counselling.noteBody', 'Note'), { exact: true }).fill(NOTE);
  const sign = { name: say('counselling.sign', 'Sign'), exact: true };
  await page.getByRole('button', sign).click();
  await page.getByRole('dialog').getByRole('button', sign).click();
  const note = page.locator('app-counselling-notes li', { hasText: recordNoteType.label(type, reader.lang) });
  await expect(note.getByText(say('counselling.signedState', 'signed'), { exact: true })).toBeVisible();
}

export async function counsellingBegins(counsellor: Desk): Promise<void> {
  const { page, say, reader } = counsellor;
  const question = questionAt(counsellor);
  await page.getByRole('button', { name: say('counselling.doBegin', 'Begin counselling'), exact: true }).click();
  await question.write('counselling.goals', 'Goals agreed with the client', 'To sleep through.');
  await question.tick(say('counselling.limitsHint', 'were explained'));
  await question.send('counselling.doBegin', 'Begin counselling');
  await expect(page.getByText(counsellingState.label('ACTIVE', reader.lang), { exact: true }).first()).toBeVisible();
}

/** The numbers stand beside the paper form; the server reckons (R-CN-05, R-CN-06). */
export async function scoreIsReckoned(counsellor: Desk): Promise<void> {
  const { page, say, reader } = counsellor;
  const question = questionAt(counsellor);
  await page.getByRole('button', { name: say('counselling.screen', 'Enter a form') }).click();
  await question.select('counselling.instrument', 'Form', instrument.label('PHQ9', reader.lang));
  const answers = question.dialog.locator('.answers select');
  await expect(answers).toHaveCount(PHQ9.length);
  for (const [at, value] of PHQ9.entries()) await answers.nth(at).selectOption(String(value));
  await look(counsellor, 'counselling-form');
  await question.send('counselling.reckon', 'Keep and reckon');
  const scores = page.locator('app-score-picture');
  await expect(scores).toContainText(say('counselling.notDiagnosis', 'Screening, not diagnosis'));
  await expect(scores.getByRole('row').last()).toContainText(screeningBand.label('MILD', reader.lang));
}

export async function teamIsTold(counsellor: Desk): Promise<void> {
  const { page, say } = counsellor;
  const question = questionAt(counsellor);
  const share = ['counselling.doShare', 'Summary for the case team'] as const;
  await page.getByRole('button', { name: say(...share), exact: true }).click();
  await question.write('counselling.summary', 'Summary', SUMMARY);
  await question.send(...share);
  await look(counsellor, 'counselling-episode');
}

/** Its summary is missed by name; signed, counselling ends. */
export async function counsellingEnds(counsellor: Desk, { id }: OpenedCase): Promise<void> {
  const { page, say, reader } = counsellor;
  const question = questionAt(counsellor);
  await page.goto(`/cases/${id}/counselling`);
  await page.getByRole('button', { name: say('counselling.doPlanEnding', 'Plan the ending'), exact: true }).click();
  await page.getByRole('button', { name: say('counselling.doEnd', 'End'), exact: true }).click();
  await question.select('counselling.why', 'Why', counsellingEndReason.label('GOALS_MET', reader.lang));
  await question.tick(say('counselling.finalMeasureHint', 'was offered, and the client did not want it'));
  await question.press('counselling.doEnd', 'End');
  await expect(question.dialog).toContainText(say('counselling.lacksEnding', 'The ending summary is not signed yet.'));
  await question.press('platform.cancel', 'Cancel');
  await noteIsSigned(counsellor, 'ENDING');
  await page.getByRole('button', { name: say('counselling.doEnd', 'End'), exact: true }).click();
  await question.select('counselling.why', 'Why', counsellingEndReason.label('GOALS_MET', reader.lang));
  await question.tick(say('counselling.finalMeasureHint', 'was offered, and the client did not want it'));
  await question.send('counselling.doEnd', 'End');
  await expect(page.getByText(counsellingState.label('ENDED', reader.lang), { exact: true }).first()).toBeVisible();
  await look(counsellor, 'counselling-ended');
}

/** R-CN-02: the case team reads who came when, and what the counsellor wrote for it; whoever only coordinates, who came when. */
export async function expectAttendanceOnly(desk: Desk, { id }: OpenedCase, { summary }: { summary: boolean }): Promise<void> {
  const { page, say, reader } = desk;
  await page.goto(`/cases/${id}/counselling`);
  await expect(page.getByText(say('counselling.appointment', 'Appointment'), { exact: true }).first()).toBeVisible();
  await whole(page);
  await expect(page.getByText(SUMMARY)).toHaveCount(summary ? 1 : 0);
  for (const hidden of [NOTE, counsellingService.label('GRIEF', reader.lang), instrument.label('PHQ9', reader.lang)])
    await expect(page.getByText(hidden)).toHaveCount(0);
  const sent = JSON.stringify(await readAs(desk, `/api/cases/${id}/counselling`));
  for (const hidden of [NOTE, 'GRIEF', 'PHQ9', ...(summary ? [] : [SUMMARY])]) expect(sent).not.toContain(hidden);
  await look(desk, `counselling-${summary ? 'for-team' : 'for-coordinator'}`);
}
