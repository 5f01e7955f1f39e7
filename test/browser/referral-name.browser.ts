import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import { type NameGap, nameGap, referralNoted } from '@panah/domain/vocabulary/referrals';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { keyAtHand, keyMade } from '../support/browser-partner';
import { madeReferrals, SAID, sendReferral, takeUp } from '../support/browser-referrals';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sendAs, sitDown } from '../support/desk';
import { PASSPHRASE } from '../support/partner-desk';

const PARTNER = 'Partner Association (AL)';
const SLOW = { timeout: 30_000 }; // Argon2id, on a machine that does other things besides
const READERS = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const;

/** The page of the referral gives this reason, and no way to send the name. */
async function saysWhyNot({ page, say, reader }: Desk, path: string, gap: NameGap): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(nameGap.label(gap, reader.lang))).toBeVisible();
  await expect(page.getByRole('link', { name: say('referrals.nameAgain', 'Send the name again') })).toHaveCount(0);
}

/** The name as the package itself has it. */
async function nameIn(worker: Desk, id: string): Promise<string> {
  const { content } = await sendAs<ReferralPreviewView>(worker, `/api/referrals/${id}/identity-previews`);
  const name = (JSON.parse(content) as PackageItem[]).find((item) => item.kind === 'NAME');
  return (name?.kind === 'NAME' ? (name.arab ?? name.latin) : null) ?? '';
}

async function readsWithTheNewKey(partner: Desk, id: string, name: string): Promise<void> {
  const { page, say } = partner;
  await page.goto('/inbox');
  await page.locator(`a[href="/inbox/${id}"]`).click();
  await page.getByRole('button', { name: say('referrals.open', 'Open') }).click();
  await page.getByRole('dialog').getByLabel(say('partners.passphrase', 'Passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(name, { exact: false }).first()).toBeVisible(SLOW);
  await look(partner, 'name-read');
}

for (const reader of READERS) {
  test(`a partner with a new key is sent the name once more, as it was shown, and reads it (${reader.lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const [worker, partner, coordinator] = [
      await sitDown(browser, app.url, 'caseworker', reader),
      await sitDown(browser, app.url, 'partner', reader),
      await sitDown(browser, app.url, 'coordinator', reader),
    ];
    const { page, say } = worker;
    await partner.page.setViewportSize({ width: 360, height: 740 });
    await keyAtHand(partner, coordinator);
    const [made] = await madeReferrals(worker, PARTNER, 1, [...SAID.items, 'NAME']);
    const { id, caseId } = made ?? { id: '', caseId: '' };
    const path = `/cases/${caseId}/referrals/${id}`;
    await sendReferral(worker, id);
    await saysWhyNot(worker, path, 'NOT_ACCEPTED');
    await takeUp(partner, id);
    await saysWhyNot(worker, path, 'ALREADY_SENT');
    await look(worker, 'name-there');

    const confirmed = await keyMade(partner);
    await saysWhyNot(worker, path, 'KEY_NOT_CONFIRMED');
    await look(worker, 'name-key-waits');
    await confirmed(coordinator);
    await page.reload();
    await page.getByRole('link', { name: say('referrals.nameAgain', 'Send the name again') }).click();
    const sheet = page.getByRole('article', { name: say('referrals.exactly', 'Exactly what they will see') });
    const name = await nameIn(worker, id);
    expect(name).not.toBe('');
    await expect(sheet).toContainText(name);
    await expect(sheet).toContainText(PARTNER);
    await look(worker, 'name-preview');
    await page.setViewportSize({ width: 320, height: 700 });
    await look(worker, 'name-preview-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: say('referrals.send', 'Send') }).click();
    await page.waitForURL(new RegExp(`${path}$`));
    await expect(page.getByText(referralNoted.label('identity', reader.lang))).toBeVisible();
    await expect(page.getByText(nameGap.label('ALREADY_SENT', reader.lang))).toBeVisible();
    await look(worker, 'name-sent');
    const { packages } = await readAs<ReferralView>(worker, `/api/referrals/${id}`);
    expect(packages.map(({ kinds }) => kinds.includes('NAME'))).toEqual([false, true, true]);

    await readsWithTheNewKey(partner, id, name);
    await Promise.all([worker, partner, coordinator].map((desk) => desk.leave()));
  });
}
