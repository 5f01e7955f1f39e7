import type { Page } from '@playwright/test';
import { keyAtHand, openKey } from '../support/browser-partner';
import { HOUSING_WANTED, madeReferrals, sendReferral } from '../support/browser-referrals';
import { expect, test } from '../support/browser-story';
import { type Desk, look, sendAs, sitDown } from '../support/desk';
import { scriptsHeldAfterTheList } from '../support/held-scripts';

const PARTNER = 'Partner Association (AL)';

/** Somebody of a partner to whom so many referrals were sent, at a telephone. */
async function partnerWith(browser: Parameters<typeof sitDown>[0], url: string, lang: 'en' | 'fa', count: number) {
  const [worker, partner, coordinator] = [
    await sitDown(browser, url, 'caseworker', { lang }),
    await sitDown(browser, url, 'partner', { lang }),
    await sitDown(browser, url, 'coordinator', { lang }),
  ];
  await partner.page.setViewportSize({ width: 360, height: 740 });
  await keyAtHand(partner, coordinator);
  const sent = (await madeReferrals(worker, PARTNER, count)).map(({ id }) => id);
  for (const id of sent) await sendReferral(worker, id);
  return { worker, partner, sent, leave: () => Promise.all([worker, partner, coordinator].map((desk) => desk.leave())) };
}

/** At the list, the key open, and the page that reads a referral still on its way. */
async function atTheList(partner: Desk): Promise<() => Promise<void>> {
  await partner.page.unrouteAll({ behavior: 'wait' });
  const letGo = await scriptsHeldAfterTheList(partner.page);
  await partner.page.goto('/inbox');
  await openKey(partner);
  return letGo;
}

const opening = (id: string) => `/api/inbox/${id}/opening`;
const openingsOf = (page: Page, id: string): (() => number) => {
  let count = 0;
  page.on('request', (request) => (count += request.url().endsWith(opening(id)) ? 1 : 0));
  return () => count;
};
const row = (page: Page, id: string) => page.locator(`a[href="/inbox/${id}"]`);

for (const lang of ['en', 'fa'] as const) {
  test(`a referral is opened with the click, once, while the page that shows it is on its way (${lang})`, async ({ browser, app }) => {
    const { partner, sent, leave } = await partnerWith(browser, app.url, lang, 2);
    const { page, say } = partner;
    const [first = '', second = ''] = sent;
    const [firstOpenings, secondOpenings] = [openingsOf(page, first), openingsOf(page, second)];

    const letGo = await atTheList(partner);
    const answered = page.waitForResponse((answer) => answer.url().endsWith(opening(first)));
    await row(page, first).click();
    expect((await answered).status()).toBe(200);
    await expect(page.getByText(HOUSING_WANTED)).toHaveCount(0);
    await letGo();
    await expect(page.getByText(HOUSING_WANTED)).toBeVisible();
    await look(partner, 'opening-read');
    expect(firstOpenings()).toBe(1);

    const letGoAgain = await atTheList(partner);
    const lost = page.waitForResponse((answer) => answer.url().endsWith(opening(second)));
    await row(page, second).click();
    await lost;
    await page.getByRole('link', { name: say('referrals.figures', 'Your answers') }).click();
    await letGoAgain();
    await page.waitForURL(/inbox\/figures$/);
    await expect(page.getByText(HOUSING_WANTED)).toHaveCount(0);
    await page.goBack();
    await row(page, second).click();
    await expect(page.getByText(HOUSING_WANTED)).toBeVisible();
    expect(secondOpenings()).toBe(2); // what was lost on the way is not kept: this one is another, with a line in the log of its own
    await leave();
  });

  test(`what is taken back while the page is on its way is never shown, and a lost line is said (${lang})`, async ({ browser, app }) => {
    const { worker, partner, sent, leave } = await partnerWith(browser, app.url, lang, 2);
    const { page, say } = partner;
    const [first = '', second = ''] = sent;
    await page.addInitScript(`new MutationObserver(() => {
      if (document.body?.innerText.includes(${JSON.stringify(HOUSING_WANTED)})) document.documentElement.dataset.seen = '1';
    }).observe(document, { childList: true, subtree: true, characterData: true })`);

    const letGo = await atTheList(partner);
    const followed = page.waitForResponse((answer) => answer.url().endsWith(`/api/inbox/${first}/line`));
    await row(page, first).click();
    await followed;
    await sendAs(worker, `/api/referrals/${first}/revocation`, { reason: 'Asked for on the telephone' });
    await letGo();
    await expect(page.getByText(say('referrals.accessEnded', 'Your access has ended.'))).toBeVisible();
    expect(await page.locator('html').getAttribute('data-seen')).toBeNull();
    await look(partner, 'opening-taken-back');

    const letGoAgain = await atTheList(partner);
    await page.route(`**${opening(second)}`, (route) => route.abort());
    await row(page, second).click();
    await letGoAgain();
    await expect(page.getByRole('alert')).toBeVisible();
    await look(partner, 'opening-lost');
    await page.unroute(`**${opening(second)}`);
    await page.getByRole('button', { name: say('referrals.open', 'Open') }).click();
    await expect(page.getByText(HOUSING_WANTED)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-seen', '1');
    await leave();
  });
}
