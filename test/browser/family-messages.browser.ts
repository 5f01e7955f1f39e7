import type { FamilyLinksView } from '@panah/contracts/family-links.contract';
import { enquiryAnswer } from '@panah/domain/family/enquiry-answer';
import type { FamilyMessageEvent, FamilyMessageState } from '@panah/domain/family/family-message.process';
import { familyMessageEvent, familyMessageState, messageHoldReason } from '@panah/domain/vocabulary/family';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, type Reader, sitDown } from '../support/desk';
import { photograph } from '../support/papers';
import { ScreenCheck } from '../support/screen-check';

const READERS: readonly Reader[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
];
const WORDS = {
  en: { place: 'Tirana', said: 'I live in Tirana now, and I think of you when I cook.', mended: 'I think of you when I cook.' },
  fa: { place: 'تیرانا', said: 'حالا در تیرانا هستم و وقت آشپزی به یاد توام.', mended: 'وقت آشپزی به یاد توام.' },
};
const ASKING = 'Nilufar Arasteh';

/** Looks at a page as a person does, wide and narrow, and at its faults. */
async function faultless(desk: Desk, name: string): Promise<void> {
  const { page, say } = desk;
  const banner = say('platform.demo', 'Demonstration: enter no real person');
  expect(await new ScreenCheck(page, { banner, secrets: [ASKING] }).look()).toEqual([]);
  await look(desk, name);
  await page.setViewportSize({ width: 360, height: 800 });
  await look(desk, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const step = ({ page, reader }: Desk, event: FamilyMessageEvent): Promise<void> =>
  page
    .locator('.head')
    .getByRole('button', { name: familyMessageEvent.label(event, reader.lang), exact: true })
    .click();

async function stands({ page, reader }: Desk, state: FamilyMessageState): Promise<void> {
  await expect(page.locator('.head')).toContainText(familyMessageState.label(state, reader.lang));
}

async function write(officer: Desk): Promise<string> {
  const { page, say, reader } = officer;
  const { items } = await readAs<FamilyLinksView>(officer, '/api/family-links?limit=100');
  await page.goto(`/family-links/${items.find(({ state }) => state === 'MEDIATED')?.id ?? ''}`);
  await page.getByRole('button', { name: say('familyMessages.write', 'Write a message') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: say('familyMessages.toRelative', 'To the relative') }).check();
  await dialog.getByLabel(say('familyMessages.language', 'Language')).selectOption(reader.lang);
  await dialog.getByLabel(say('familyMessages.words', 'The message, as they say it')).fill(WORDS[reader.lang].said);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/family-messages\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** A photograph as a telephone takes it: first refused with what it tells, then brought without that. */
async function bringAPhotograph({ page, say }: Desk): Promise<void> {
  const bringing = page.locator('app-picture-adding');
  await bringing.locator('input[type="file"]').setInputFiles({ name: 'garden.jpg', mimeType: 'image/jpeg', buffer: photograph() });
  await expect(bringing.getByRole('alert')).toContainText(say('familyMessages.toldPlace', 'the place'));
  await expect(page.locator('app-message-picture')).toHaveCount(0);
  await bringing.getByRole('button', { name: say('familyMessages.cleanIt', 'Take that off and add it') }).click();
  await expect(page.locator('app-message-picture figcaption')).toContainText(say('familyMessages.toldPlace', 'the place'));
  await expect(bringing.getByRole('alert')).toBeHidden();
}

/** Nobody reads it in passing: whoever looks it over takes it first. */
async function takeFromQueue(reviewer: Desk, address: string): Promise<void> {
  const { page, reader } = reviewer;
  await page.goto('/family-messages');
  await faultless(reviewer, 'message-queue');
  await page
    .getByRole('row')
    .filter({ hasText: familyMessageState.label('SUBMITTED', reader.lang) })
    .last()
    .getByRole('button', { name: familyMessageEvent.label('review', reader.lang), exact: true })
    .click();
  await page.waitForURL(`**${address}`);
}

async function returnKindly(reviewer: Desk): Promise<string> {
  const { page, reader } = reviewer;
  await step(reviewer, 'return');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: messageHoldReason.label('LOCATION_DETAIL', reader.lang) }).check();
  const words = dialog.getByRole('textbox');
  await expect(words).not.toHaveValue('');
  const kind = await words.inputValue();
  await dialog.getByRole('button', { name: familyMessageEvent.label('return', reader.lang) }).click();
  await expect(dialog).toBeHidden();
  return kind;
}

for (const reader of READERS) {
  test(`a message is returned kindly, mended, looked over and let go (${reader.lang})`, async ({ browser, app }) => {
    test.setTimeout(90_000);
    const [officer, reviewer, mediator] = await Promise.all(
      ['links', 'translator', 'mediator'].map((login) => sitDown(browser, app.url, login, reader)),
    );
    if (!officer || !reviewer || !mediator) throw new Error('somebody is not at their desk');
    const { place, mended } = WORDS[reader.lang];
    const address = await write(officer);
    await bringAPhotograph(officer);
    await faultless(officer, 'message-written');
    await step(officer, 'submit');
    await stands(officer, 'SUBMITTED');

    await takeFromQueue(reviewer, address);
    await expect(reviewer.page.locator('mark').filter({ hasText: place })).toBeVisible();
    await faultless(reviewer, 'message-looked-over');
    const kind = await returnKindly(reviewer);

    await officer.page.reload();
    await expect(officer.page.getByText(kind)).toBeVisible();
    await officer.page.getByRole('textbox').fill(mended);
    await step(officer, 'submit');
    await stands(officer, 'SUBMITTED');

    await takeFromQueue(reviewer, address);
    await expect(reviewer.page.locator('mark')).toHaveCount(0);
    await reviewer.page.locator('app-message-picture').getByRole('checkbox').click();
    await step(reviewer, 'approve');
    await stands(reviewer, 'IN_REVIEW');

    await mediator.page.goto(address);
    await expect(mediator.page.locator('app-marked-text')).toHaveText(mended);
    await step(mediator, 'approve');
    await stands(mediator, 'APPROVED');
    await faultless(mediator, 'message-let-go');
    await Promise.all([officer, reviewer, mediator].map((desk) => desk.leave()));
  });

  test(`whoever asks for a person is told the one sentence (${reader.lang})`, async ({ browser, app }) => {
    const worker = await sitDown(browser, app.url, 'caseworker', reader);
    const { page, say } = worker;
    await page.goto('/family-enquiries');
    await faultless(worker, 'enquiry-empty');
    await page.getByLabel(say('familyEnquiries.askingNames', 'Their name')).fill(ASKING);
    await page.getByLabel(say('familyEnquiries.relation', 'What they say they are')).selectOption('DAUGHTER');
    await page.getByLabel(say('familyEnquiries.language', 'Their language')).selectOption(reader.lang);
    await page.getByLabel(say('familyEnquiries.soughtNames', 'Name of the person')).fill('Shirin');
    await page.getByLabel(say('familyEnquiries.words', 'What they say, in their words')).fill('I was four when we were parted.');
    await page.keyboard.press('Control+Enter');
    const heading = page.getByRole('heading', { name: say('familyEnquiries.say', 'Say this, and no more') });
    await expect(heading).toBeFocused();
    await expect(page.locator('.sentence')).toHaveText(enquiryAnswer(reader.lang).sentence);
    await expect(page.locator('main')).not.toContainText('Shirin');
    await faultless(worker, 'enquiry-answered');
    await worker.leave();
  });
}
