import type { CaseListView } from '@panah/contracts/cases.contract';
import type { CaseClosureView } from '@panah/contracts/closures.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import type { Language } from '@panah/domain/vocabulary/code-list';
import { consentMethod, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { referralKind } from '@panah/domain/vocabulary/referrals';
import { SAID_YES } from '../support/consent-desk';
import { keyAtHand } from '../support/browser-partner';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sendAs, sitDown } from '../support/desk';
import { PASSPHRASE } from '../support/partner-desk';
import { recordIn } from '../support/page-acts';

const SLOW = { timeout: 30_000 }; // Argon2id, on a machine that does other things besides
const WANTED = 'Moves to be near a sister, and wants somebody there.';
const FOCAL = 'Elira Sample';
const PHONE = { width: 360, height: 740 };

/** A case of the caseworker on which nothing runs that would have to end first. */
async function freeCase(worker: Desk): Promise<string> {
  const { items } = await readAs<CaseListView>(worker, '/api/cases?limit=60&state=ACTIVE');
  for (const { id } of items.reverse())
    if ((await readAs<CaseClosureView>(worker, `/api/cases/${id}/closure`)).holds.length === 0) return id;
  throw new Error('The demonstration has no such case.');
}

async function prepare(worker: Desk, caseId: string): Promise<string> {
  const { page, say, reader } = worker;
  await page.goto(`/cases/${caseId}/referrals/new/CASE_MANAGEMENT`);
  await page.getByRole('button', { name: referralKind.label('TRANSFER', reader.lang) }).click();
  await page.getByLabel(say('referrals.request', 'Why, and what the person wants')).fill(WANTED);
  await page.getByLabel(say('referrals.workDone', 'What has been done, and by whom')).fill('The plan of the year is done.');
  await page.getByLabel(say('referrals.nothingUrgent', 'Nothing'), { exact: true }).check();
  await page.getByRole('radio', { name: consentMethod.label('VERBAL_RECORDED', reader.lang) }).check();
  await page.getByRole('radio', { name: freeChoiceCheck.label('ALONE', reader.lang) }).check();
  await look(worker, 'transfer-form');
  await page.getByRole('button', { name: say('referrals.preview', 'Preview') }).click();
  await expect(page.getByText(say('referrals.waitsForOffer', 'It is kept. A coordinator looks at it and offers the case.'))).toBeVisible();
  await page.goto(`/cases/${caseId}/referrals`);
  await page.locator(`a[href*="/cases/${caseId}/referrals/"]:not([href*="/new/"])`).first().click();
  await page.waitForURL(/referrals\/[0-9a-f-]{36}$/);
  return recordIn(page, 'referrals');
}

/** What is recorded on the consents of the file; the stories of consents do it by hand. */
async function agreeToAbroad(worker: Desk, caseId: string, referralId: string): Promise<void> {
  const { partner, items: scope } = await readAs<ReferralView>(worker, `/api/referrals/${referralId}`);
  const recipients = [{ kind: 'PARTNER', partnerId: partner.id }];
  await sendAs(worker, `/api/cases/${caseId}/consents`, { ...SAID_YES, purpose: 'C20_CROSS_BORDER', recipients, scope });
}

async function accept(partner: Desk, referralId: string): Promise<void> {
  const { page, say } = partner;
  await page.goto(`/inbox/${referralId}`);
  await expect(page.getByText(say('referrals.offeredToYou', 'You are offered this case.'))).toBeVisible();
  await page.getByRole('button', { name: say('referrals.open', 'Open') }).click();
  await page.getByRole('dialog').getByLabel(say('partners.passphrase', 'Passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(WANTED)).toBeVisible(SLOW);
  await look(partner, 'transfer-offered');
  await page.getByRole('button', { name: say('referrals.accept', 'Accept') }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(FOCAL);
  await look(partner, 'transfer-accepting');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Two caseworkers: whichever stories came before, the demonstration has a case for each of them on which nothing runs. */
const readers: readonly { lang: Language; theme: 'light' | 'dark'; by: string }[] = [
  { lang: 'en', theme: 'light', by: 'caseworker' },
  { lang: 'fa', theme: 'dark', by: 'caseworker2' },
];

for (const reader of readers) {
  test(`a case is offered, taken over, locked here, and opened again (${reader.lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const worker = await sitDown(browser, app.url, reader.by, reader);
    const partner = await sitDown(browser, app.url, 'partner', reader);
    const coordinator = await sitDown(browser, app.url, 'coordinator', reader);
    await partner.page.setViewportSize(PHONE);
    await keyAtHand(partner, coordinator);

    const caseId = await freeCase(worker);
    const referralId = await prepare(worker, caseId);
    const { say } = worker;
    await agreeToAbroad(worker, caseId, referralId);
    await coordinator.page.goto(`/cases/${caseId}/referrals/${referralId}`);
    await expect(coordinator.page.getByRole('article')).toContainText(WANTED);
    await look(coordinator, 'transfer-offering');
    await coordinator.page.getByRole('button', { name: say('referrals.offerCase', 'Offer the case') }).click();
    await expect(coordinator.page.getByRole('button', { name: say('referrals.offerCase', 'Offer the case') })).toHaveCount(0);
    await accept(partner, referralId);

    await worker.page.reload();
    await expect(worker.page.getByText(FOCAL).first()).toBeVisible();
    await worker.page.getByRole('button', { name: say('referrals.meet', 'Record the meeting') }).click();
    await worker.page.getByLabel(say('referrals.present', 'Who was there')).fill(`${FOCAL}, and the two of us`);
    await look(worker, 'transfer-meeting');
    await worker.page.keyboard.press('Control+Enter');
    await expect(worker.page.getByRole('button', { name: say('referrals.meetAgain', 'Correct the meeting') })).toBeVisible();
    await look(worker, 'transfer-steps');

    await partner.page.reload();
    await partner.page.getByRole('button', { name: say('referrals.takeOver', 'Take the case over') }).click();
    await look(partner, 'transfer-sure');
    await partner.page.getByRole('button', { name: say('referrals.takeOverYes', 'Yes, it is ours now') }).click();
    await expect(partner.page.locator('main').getByText(say('referrals.yoursNow', 'The case is yours.'))).toBeVisible();
    await look(partner, 'transfer-taken');

    await worker.page.setViewportSize(PHONE);
    await worker.page.goto(`/cases/${caseId}`);
    const locked = say('referrals.handedOverTo', 'Handed over to');
    await expect(worker.page.getByText(locked, { exact: true })).toBeVisible();
    await expect(worker.page.getByRole('button', { name: say('referrals.unlock', 'Reopen the file') })).toHaveCount(0);
    await look(worker, 'handed-over-phone');
    await coordinator.page.goto('/cases');
    await coordinator.page.getByRole('link', { name: say('referrals.handedOverList', 'Handed over') }).click();
    const listed = coordinator.page.locator(`a[href="/cases/${caseId}"]`);
    await expect(listed).toBeVisible();
    await look(coordinator, 'handed-over-list');
    await listed.focus();
    await coordinator.page.keyboard.press('Enter');
    await expect(coordinator.page.getByText(locked, { exact: true })).toBeVisible();
    await look(coordinator, 'handed-over');
    await coordinator.page.getByRole('button', { name: say('referrals.unlock', 'Reopen the file') }).click();
    await coordinator.page.getByRole('dialog').getByRole('textbox').fill('A court asks for the file.');
    await look(coordinator, 'handed-over-reopen');
    await coordinator.page.keyboard.press('Control+Enter');
    await expect(coordinator.page.getByRole('navigation', { name: say('cases.tabs', 'File') })).toBeVisible();
    await look(coordinator, 'file-reopened');
    await Promise.all([worker.leave(), partner.leave(), coordinator.leave()]);
  });
}
