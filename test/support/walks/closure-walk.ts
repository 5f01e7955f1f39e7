import { approvalKind } from '@panah/domain/vocabulary/board';
import { closureReason } from '@panah/domain/vocabulary/cases';
import { closureCheck, yesOrNo } from '@panah/domain/vocabulary/closures';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, type ReviewPoint, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { expect } from '@playwright/test';
import { type Desk, look } from '../desk';
import { choose, chooseAll } from '../page-acts';
import type { OpenedCase } from './team-walk';

/** The twelve parts of a life, each at the same level; where one moved far, a few words say why. */
export async function lifeIsLookedAt(worker: Desk, { id }: OpenedCase, point: ReviewPoint, level: '1' | '3'): Promise<void> {
  const { page, say, reader } = worker;
  await page.goto(`/cases/${id}/independence/review`);
  await page.getByLabel(say('reintegration.point', 'Point')).selectOption({ label: reviewPoint.label(point, reader.lang) });
  const levels = page.getByRole('combobox', { name: say('reintegration.level', 'Level'), exact: true });
  await expect(levels).toHaveCount(outcomeDomain.codes.length);
  for (const each of await levels.all()) await each.selectOption({ label: outcomeAnswer.label(level, reader.lang) });
  for (const why of await page.locator('.domains textarea').all()) await why.fill('A year of work on it.');
  await page.getByRole('button', { name: say('reintegration.keep', 'Keep the review') }).click();
  await expect(page.locator('app-outcome-picture')).toBeVisible();
  await look(worker, `life-${point}`);
}

/** Without its reasons a closure is refused at each field, and what was chosen stays; then it is asked for. */
export async function closureIsAskedFor({ page, say, reader: { lang } }: Desk, { id }: OpenedCase): Promise<void> {
  await page.goto(`/cases/${id}/closure`);
  const ask = page.getByRole('button', { name: say('cases.closureTitle', 'Ask for the closure') });
  const why = page.getByLabel(say('cases.fieldWhy', 'Why'), { exact: true });
  await why.selectOption({ label: closureReason.label('GOALS_ACHIEVED', lang) });
  await ask.click();
  await expect(page.locator('.error').first()).toBeVisible();
  await expect(why).toHaveValue('GOALS_ACHIEVED');
  await page.getByLabel(say('cases.fieldNote', 'Signed note')).selectOption({ index: 1 });
  await choose(page, say('cases.clientTold', 'The client knows'), yesOrNo.label('YES', lang));
  await choose(page, say('cases.followUp', 'A follow-up was agreed'), yesOrNo.label('NO', lang));
  await chooseAll(
    page,
    say('cases.checklist', 'Gone through'),
    closureCheck.codes.map((code) => closureCheck.label(code, lang)),
  );
  await look({ page }, 'closure-asked');
  await ask.click();
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
}

/** A coordinator who did not ask for it reads what was taken stock of, and closes the case. */
export async function closureIsApproved({ page, say, reader: { lang } }: Desk, { ref }: OpenedCase): Promise<void> {
  await page.goto('/approvals');
  const line = page
    .locator('app-approval-line')
    .filter({ hasText: approvalKind.label('CLOSURE_APPROVAL', lang) })
    .filter({ hasText: ref });
  await line.locator('.head-of-line').click();
  await expect(line.getByText(outcomeDomain.label('D01', lang)).first()).toBeVisible();
  await look({ page }, 'closure-decision');
  await page.keyboard.press('a');
  await expect(page.getByText(say('cases.saidClosed', 'The case is closed.'))).toBeVisible();
}
