import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { type Desk, look, sitDown } from '../support/desk';

const PASSPHRASE = 'six lanterns on a quiet wall';
const ANOTHER = 'seven kettles under the old bridge';
const SLOW = { timeout: 30_000 }; // Argon2id, on a machine that does other things besides

const dialogOf = (page: Page) => page.getByRole('dialog');
const digitsOn = (page: Page) => page.locator('.digits').first();

async function choosePassphrase({ page, say }: Desk, words: string): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByLabel(say('partners.passphrase', 'Passphrase'), { exact: true }).fill(words);
  await dialog.getByLabel(say('partners.passphraseAgain', 'The same once more')).fill(words);
  await page.keyboard.press('Enter');
}

/** The code goes onto paper, and its end is typed from there. */
async function keepOnPaper(desk: Desk): Promise<string> {
  const { page, say } = desk;
  await expect(page.getByRole('heading', { name: say('partners.paper', 'Print this recovery code') })).toBeVisible(SLOW);
  await look(desk, 'partner-key-paper');
  const code = await digitsOn(page).innerText();
  await page.getByRole('button', { name: say('partners.onPaper', 'It is on paper; go on') }).click();
  await dialogOf(page).getByLabel(say('partners.lastFour', 'Last four signs')).fill(code.slice(-4).toLowerCase());
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeHidden(SLOW);
  return code;
}

/** Whoever reads the digits out is called; the coordinator types what they hear, once wrongly. */
async function confirmByTelephone(desk: Desk, digits: string): Promise<void> {
  const { page, say } = desk;
  await page.goto('/partners');
  await page.getByRole('link', { name: 'Partner Association (AL)' }).click();
  await page.getByRole('button', { name: say('partners.confirmKey', 'Confirm by telephone') }).click();
  const heard = dialogOf(page).getByLabel(say('partners.fingerprint', 'Thirty digits'));
  await heard.fill(digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10)));
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('partners.fingerprintWrong', 'Not these digits.'))).toBeVisible();
  await look(desk, 'partner-key-confirm');
  await heard.fill(digits);
  await page.keyboard.press('Enter');
  await expect(page.getByText(digits)).toBeVisible();
  await look(desk, 'partner-key-confirmed');
  await desk.leave();
}

test('a partner makes its key on a telephone’s width, loses the passphrase, makes a new key; a coordinator types the digits each time', async ({
  browser,
  app,
}) => {
  test.setTimeout(150_000);
  const partner = await sitDown(browser, app.url, 'partner', { lang: 'en' });
  const { page, say } = partner;
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page).toHaveURL(/\/inbox$/);
  await page.goto('/inbox-key');
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await look(partner, 'partner-key-none');
  await page.getByRole('button', { name: 'Begin' }).click();
  await choosePassphrase(partner, PASSPHRASE);
  const code = await keepOnPaper(partner);
  await expect(page.getByText('We call you. Read these digits out, all six groups:')).toBeVisible(SLOW);
  const digits = await digitsOn(page).innerText();
  expect(digits).toMatch(/^\d{5}( \d{5}){5}$/);
  await look(partner, 'partner-key-digits');
  await confirmByTelephone(await sitDown(browser, app.url, 'coordinator', { lang: 'en' }), digits);

  await page.reload();
  await page.getByRole('button', { name: 'Open your key' }).click();
  await dialogOf(page).getByLabel('Passphrase', { exact: true }).fill(ANOTHER);
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('partners.problemLock', 'This does not open your key. Nothing was changed.'))).toBeVisible(SLOW);
  await page.reload();
  await page.getByRole('button', { name: 'Passphrase lost' }).click();
  await dialogOf(page).getByLabel('Recovery code').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByLabel('The same once more')).toBeVisible(SLOW);
  await choosePassphrase(partner, ANOTHER);
  expect(await keepOnPaper(partner)).not.toBe(code);
  await expect(digitsOn(page)).toHaveText(digits);
  await partner.leave();

  const again = await sitDown(browser, app.url, 'partner', { lang: 'fa', theme: 'dark' });
  await again.page.setViewportSize({ width: 360, height: 740 });
  await again.page.goto('/inbox-key');
  await again.page.getByRole('button', { name: again.say('partners.unlockYours', 'Open your key') }).click();
  await dialogOf(again.page).getByLabel(again.say('partners.passphrase', 'Passphrase'), { exact: true }).fill(ANOTHER);
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('button', { name: again.say('partners.replaceKey', 'Make a new key') }).click(SLOW);
  await dialogOf(again.page)
    .getByRole('button', { name: again.say('partners.replaceKey', 'Make a new key') })
    .click();
  await expect(digitsOn(again.page)).not.toHaveText(digits, SLOW);
  await look(again, 'partner-key-replaced');
  const changed = await digitsOn(again.page).innerText();
  await confirmByTelephone(await sitDown(browser, app.url, 'coordinator', { lang: 'fa', theme: 'dark' }), changed);
  await again.leave();
});
