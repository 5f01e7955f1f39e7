import type { PartnerListView } from '@panah/contracts/partners.contract';
import { partnerAction } from '@panah/domain/vocabulary/partners';
import { referralNoted } from '@panah/domain/vocabulary/referrals';
import { keyAtHand } from '../support/browser-partner';
import { madeReferrals, sendReferral } from '../support/browser-referrals';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sendAs, sitDown } from '../support/desk';

const PARTNER = 'Partner Association (AL)';
const WHO = 'Elira of the front desk';
const WHAT = 'Both letters were shredded, the mail was emptied.';
const READERS = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const;

/** Of two referrals one was opened. */
async function twoAtPartner(worker: Desk, partner: Desk, coordinator: Desk): Promise<{ id: string; caseId: string }[]> {
  await keyAtHand(partner, coordinator);
  const made = await madeReferrals(worker, PARTNER, 2);
  for (const { id } of made) await sendReferral(worker, id);
  await sendAs(partner, `/api/inbox/${made[0]?.id ?? ''}/opening`);
  return made;
}

async function suspend({ page, say, reader }: Desk): Promise<void> {
  const button = { name: partnerAction.label('suspend', reader.lang), exact: true };
  await page.getByRole('button', button).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('partners.reason', 'Reason')).fill('A question about its safety');
  await dialog.getByRole('button', button).click();
  await expect(page.getByRole('region', { name: say('partners.affected', 'Who was affected') })).toBeVisible();
}

async function hears(coordinator: Desk): Promise<void> {
  const { page, say } = coordinator;
  await page.getByRole('button', { name: say('referrals.heardDeletion', 'They said what they deleted') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('referrals.heardWho', 'Who there said it')).fill(WHO);
  await dialog.getByLabel(say('referrals.heardWhat', 'What they deleted')).fill(WHAT);
  await look(coordinator, 'affected-hearing');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

for (const reader of READERS) {
  test(`a coordinator suspends a partner, prints who was affected, and writes down what it said it deleted (${reader.lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const [worker, partner, coordinator] = [
      await sitDown(browser, app.url, 'caseworker', reader),
      await sitDown(browser, app.url, 'partner', reader),
      await sitDown(browser, app.url, 'coordinator', reader),
    ];
    const { page, say } = coordinator;
    const [opened] = await twoAtPartner(worker, partner, coordinator);
    const { items } = await readAs<PartnerListView>(coordinator, '/api/partners');
    const path = `/partners/${items.find(({ name }) => name === PARTNER)?.id ?? ''}`;
    await page.goto(path);
    await suspend(coordinator);
    await look(coordinator, 'affected');

    await page.getByRole('link', { name: say('partners.allLines', 'All lines, to print') }).click();
    const line = page
      .getByRole('row')
      .filter({ has: page.locator(`a[href="/cases/${opened?.caseId ?? ''}/referrals/${opened?.id ?? ''}"]`) });
    await expect(line).toContainText(say('partners.lineKept', 'Deletion not confirmed'));
    await look(coordinator, 'affected-report');
    await page.evaluate('window.print = () => { document.documentElement.dataset.printed = "1"; }');
    await page.getByRole('button', { name: say('partners.print', 'Print') }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', '1');
    await page.emulateMedia({ media: 'print' });
    await expect(line.locator('.ref')).toBeVisible();
    await expect(page.getByRole('button', { name: say('partners.print', 'Print') })).toBeHidden();
    await look(coordinator, 'affected-paper');
    await page.emulateMedia({ media: 'screen' });

    await hears(coordinator);
    await expect(line).not.toContainText(say('partners.lineKept', 'Deletion not confirmed'));
    await look(coordinator, 'affected-heard');
    await page.setViewportSize({ width: 320, height: 700 });
    await look(coordinator, 'affected-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await line.getByRole('link').click();
    for (const words of [WHO, WHAT, referralNoted.label('hear-deletion', reader.lang)]) await expect(page.getByText(words)).toBeVisible();
    await look(coordinator, 'affected-referral');
    await sendAs(coordinator, `/api${path}/reinstatement`);
    await Promise.all([worker, partner, coordinator].map((desk) => desk.leave()));
  });
}
