import type { Locator, Page } from '@playwright/test';
import type { CaseListView, CaseView } from '@panah/contracts/cases.contract';
import type { ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import type { Language } from '@panah/domain/vocabulary/code-list';
import { consentMethod, consentPurpose, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { keyAtHand } from '../support/browser-partner';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sendAs, sitDown } from '../support/desk';
import { PASSPHRASE } from '../support/partner-desk';
import { recordIn } from '../support/page-acts';

const PARTNER = 'Partner Association (AL)';
const SLOW = { timeout: 30_000 }; // Argon2id, on a machine that does other things besides
const PRESSES = { atHand: 5, asked: 8, accept: 2, withdraw: 2 };
const WANTED = 'A room from the first of March, near the school of the youngest.';
const DONE = 'We have looked at two rooms; both were too far away.';
const REPORT = 'They have moved in.';

/** Clicks and keys, counted; the letters of a text are free. */
class Presses {
  count = 0;

  constructor(private readonly page: Page) {}

  async on(what: Locator): Promise<void> {
    this.count += 1;
    await what.click();
  }

  async key(name: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(name);
  }
}

/** A case of the caseworker for which a word of the person is at hand, or is not. */
async function caseWith(worker: Desk, atHand: boolean): Promise<string> {
  const { items } = await readAs<CaseListView>(worker, '/api/cases?limit=60&state=ACTIVE');
  for (const { id } of items) {
    const { partners } = await readAs<ReferralChoicesView>(worker, `/api/cases/${id}/referral-choices?service=HOUSING`);
    if (partners.some(({ name, consent }) => name === PARTNER && (consent !== null) === atHand)) return id;
  }
  throw new Error('The demonstration has no such case.');
}

async function refer(worker: Desk, caseId: string, atHand: boolean): Promise<string> {
  const { page, say, reader } = worker;
  await page.goto(`/cases/${caseId}/referrals`);
  const presses = new Presses(page);
  const services = page.getByRole('region', { name: say('referrals.refer', 'Refer for') });
  await presses.on(services.getByRole('link', { name: serviceRequested.label('HOUSING', reader.lang) }));
  const request = page.getByLabel(say('referrals.request', 'Why, and what the person wants'));
  await expect(request).toBeFocused();
  await page.keyboard.type(WANTED);
  await presses.key('Tab');
  await page.keyboard.type(DONE);
  await presses.on(page.getByLabel(say('referrals.nothingUrgent', 'Nothing'), { exact: true }));
  if (!atHand) {
    await presses.on(page.getByRole('radio', { name: consentMethod.label('VERBAL_RECORDED', reader.lang) }));
    await presses.on(page.getByRole('radio', { name: freeChoiceCheck.label('ALONE', reader.lang) }));
  }
  await look(worker, `referral-form-${atHand ? 'at-hand' : 'asked'}`);
  await presses.on(page.getByRole('button', { name: say('referrals.preview', 'Preview') }));
  await expect(page.getByRole('article', { name: say('referrals.exactly', 'Exactly what they will see') })).toContainText(WANTED);
  await look(worker, 'referral-preview');
  await presses.on(page.getByRole('button', { name: say('referrals.send', 'Send') }));
  await page.waitForURL(/referrals\/[0-9a-f-]{36}$/);
  expect(presses.count).toBeLessThanOrEqual(atHand ? PRESSES.atHand : PRESSES.asked);
  return recordIn(page, 'referrals');
}

async function openAndAccept(partner: Desk, referralId: string): Promise<void> {
  const { page, say } = partner;
  await page.goto('/inbox');
  await expect(page.locator('.nav a.nav-item')).toHaveCount(2); // the inbox, the key, and nothing else
  await look(partner, 'inbox');
  await page.locator(`a[href="/inbox/${referralId}"]`).click();
  await page.getByRole('button', { name: say('referrals.open', 'Open') }).click();
  await page.getByRole('dialog').getByLabel(say('partners.passphrase', 'Passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(WANTED)).toBeVisible(SLOW);
  await look(partner, 'inbox-read');
  const presses = new Presses(page);
  await presses.on(page.getByRole('button', { name: say('referrals.accept', 'Accept') }));
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await presses.key('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(presses.count).toBe(PRESSES.accept);
}

async function report({ page, say }: Desk): Promise<void> {
  await page.getByRole('button', { name: say('referrals.start', 'Service has begun') }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: say('referrals.report', 'Report'), exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(REPORT);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: REPORT })).toBeVisible();
}

async function withdraw(worker: Desk, caseId: string): Promise<void> {
  const { page, say, reader } = worker;
  await page.goto(`/cases/${caseId}/consents`);
  const back = { name: say('consents.withdraw', 'Take back') };
  const given = page
    .getByRole('listitem')
    .filter({ hasText: consentPurpose.label('C02_REFERRAL', reader.lang) })
    .filter({ hasText: PARTNER })
    .filter({ has: page.getByRole('button', back) });
  const presses = new Presses(page);
  await presses.on(given.getByRole('button', back));
  await presses.on(page.getByRole('dialog').getByRole('button', back));
  expect(presses.count).toBe(PRESSES.withdraw);
}

const readers: readonly { lang: Language; theme: 'light' | 'dark'; atHand: boolean }[] = [
  { lang: 'en', theme: 'light', atHand: true },
  { lang: 'fa', theme: 'dark', atHand: false },
];

for (const { atHand, ...reader } of readers) {
  test(`somebody is referred, received and helped, takes it back, and the partner’s open page closes (${reader.lang})`, async ({
    browser,
    app,
  }) => {
    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const partner = await sitDown(browser, app.url, 'partner', reader);
    const coordinator = await sitDown(browser, app.url, 'coordinator', reader);
    await partner.page.setViewportSize({ width: 360, height: 740 });
    await keyAtHand(partner, coordinator);

    const caseId = await caseWith(worker, atHand);
    const referralId = await refer(worker, caseId, atHand);
    await openAndAccept(partner, referralId);
    await report(partner);
    await worker.page.reload();
    await expect(worker.page.getByText(REPORT)).toBeVisible();
    await look(worker, 'referral');
    await liesThere(coordinator, caseId, 'partner-lent');

    await withdraw(worker, caseId);
    await expect(partner.page.getByText(partner.say('referrals.accessEnded', 'Your access has ended.'))).toBeVisible();
    await expect(partner.page.getByText(WANTED)).toHaveCount(0);
    await look(partner, 'inbox-ended');
    const [sent] = (await readAs<ReferralView>(worker, `/api/referrals/${referralId}`)).packages;
    expect(sent?.endReason).toBe('CONSENT_GONE'); // a package that has ended has no bytes: the table does not take it
    const again = await partner.page.request.post(`/api/inbox/${referralId}/opening`, { headers: { 'x-requested-with': 'office' } });
    expect(again.status()).toBe(409);

    await partner.page.getByRole('button', { name: partner.say('referrals.confirmDeletion', 'Say what you deleted') }).click();
    await partner.page.getByRole('dialog').getByRole('textbox').fill('Nothing was kept.');
    await partner.page.keyboard.press('Control+Enter');
    await partner.page.waitForURL(/inbox$/);
    await worker.page.goto(`/cases/${caseId}/disclosed`);
    await expect(worker.page.getByRole('article')).toContainText(PARTNER);
    await look(worker, 'disclosed');
    await Promise.all([worker.leave(), partner.leave()]);
  });
}

/** A draft for housing with the address of somebody in it. */
async function withAddress(worker: Desk, caseId: string): Promise<string> {
  const { partners } = await readAs<ReferralChoicesView>(worker, `/api/cases/${caseId}/referral-choices?service=HOUSING`);
  const texts = { request: WANTED, workDone: DONE, nothingUrgent: true, contactRules: 'By message.' };
  const chosen = {
    items: ['PSEUDONYM', 'ADDRESS'],
    needIds: [],
    documentIds: [],
    kind: 'REFERRAL',
    service: 'HOUSING',
    urgency: 'ROUTINE',
  };
  const { id } = await sendAs<ReferralView>(worker, `/api/cases/${caseId}/referrals`, {
    ...chosen,
    texts,
    partnerId: partners.find(({ name }) => name === PARTNER)?.id ?? '',
  });
  return id;
}

for (const { atHand: _, ...reader } of readers) {
  test(`R-RE-04: a coordinator sees what they agree to, and agrees to that alone (${reader.lang})`, async ({ browser, app }) => {
    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const coordinator = await sitDown(browser, app.url, 'coordinator', reader);
    const caseId = await caseWith(worker, false);
    const { clientId } = await readAs<CaseView>(worker, `/api/cases/${caseId}`);
    const lives = (address: string) =>
      sendAs(worker, `/api/clients/${clientId}/residences`, {
        country: 'AL',
        city: 'Lakeside',
        address,
        knownTo: ['NONE'],
        safety: 'SAFE',
      });
    await lives('Willow Street 9');
    const id = await withAddress(worker, caseId);

    const { page, say } = coordinator;
    await page.goto(`/cases/${caseId}/referrals/${id}`);
    const agree = page.getByRole('button', { name: say('referrals.agree', 'Agree') });
    await expect(page.getByText(say('referrals.waitsAgreement', 'Restricted: waits for a coordinator'))).toBeVisible();
    await expect(agree).toHaveCount(0);
    await page.getByRole('button', { name: say('referrals.seeItem', 'See what would go out') }).click();
    await expect(page.getByRole('article')).toContainText('Willow Street 9');
    await look(coordinator, 'referral-approval');
    await lives('Mill Lane 3');
    await agree.click();
    await expect(page.getByRole('article')).toContainText('Mill Lane 3');
    await look(coordinator, 'referral-approval-changed');
    await agree.click();
    await expect(page.getByText(say('referrals.agreedBy', 'Agreed to by'))).toBeVisible();
    await Promise.all([worker.leave(), coordinator.leave()]);
  });
}

/** The coordinator sees how much lies at the partner, and whose cases it is of. */
async function liesThere(coordinator: Desk, caseId: string, name: string): Promise<void> {
  const { page, say } = coordinator;
  const { items } = await readAs<{ items: { id: string; name: string }[] }>(coordinator, '/api/partners');
  await page.goto(`/partners/${items.find((each) => each.name === PARTNER)?.id ?? ''}`);
  const panel = page.getByRole('region', { name: say('partners.liesThere', 'What lies there') });
  await expect(panel.locator(`a[href="/cases/${caseId}/referrals"]`).first()).toBeVisible();
  await look(coordinator, name);
  await coordinator.leave();
}
