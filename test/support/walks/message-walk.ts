import { familyMessageEvent, familyMessageState } from '@panah/domain/vocabulary/family';
import { languageName } from '@panah/domain/vocabulary/languages';
import { expect, type Locator } from '@playwright/test';
import { nameOf } from '../demo-names';
import { type Desk, look } from '../desk';
import { questionAt } from '../question';
import { typedDay } from '../typed-day';

/** Fridays are highlighted in it: a day of the week can tell where and how somebody lives. */
export const TO_HER = 'خواهر عزیزم، هر جمعه همان غذایی را می‌پزم که دوست داشتی. بچه‌ها می‌پرسند چه جور دختری بودی.';
export const IN_ARABIC = 'أختي العزيزة، كل جمعة أطبخ الطعام الذي كنت تحبينه. يسأل الأولاد كيف كنتِ وأنت صغيرة.';
export const FROM_HER = 'خواهر جانم، هنوز آوازهای مادر را می‌خوانم. دلم با توست.';

const act = ({ page, reader }: Desk, event: Parameters<typeof familyMessageEvent.label>[0]): Locator =>
  page.locator('.head').getByRole('button', { name: familyMessageEvent.label(event, reader.lang), exact: true });

export interface Letter {
  direction: 'TO_RELATIVE' | 'TO_CLIENT';
  words: string;
}

const WAYS = { TO_RELATIVE: 'To the relative', TO_CLIENT: 'To the client' } as const;
const wayId = (direction: Letter['direction']): string =>
  direction === 'TO_RELATIVE' ? 'familyMessages.toRelative' : 'familyMessages.toClient';

/** Dictated on the page of the link, and handed in. */
export async function isWritten(writer: Desk, link: string, { direction, words }: Letter): Promise<string> {
  const { page, say, reader } = writer;
  const question = questionAt(writer);
  await page.goto(`/family-links/${link}`);
  await page.getByRole('button', { name: say('familyMessages.write', 'Write a message') }).click();
  await question.tick(say(wayId(direction), WAYS[direction]));
  await question.select('familyMessages.language', 'Language', languageName('fa', reader.lang));
  await question.tick(say('familyMessages.howDictated', 'They said it, we wrote it down'));
  await question.write('familyMessages.words', 'The message, as they say it', words);
  await look(writer, 'seen-writing');
  await question.send('familyMessages.keepDraft', 'Keep it');
  await page.waitForURL(/family-messages\/[0-9a-f-]{36}$/);
  await act(writer, 'submit').click();
  await expect(act(writer, 'submit')).toHaveCount(0);
  await look(writer, 'seen-handed-in');
  return page.url().slice(-36);
}

/** R-FL-08, R-FL-09: somebody else finds it in the queue, and looks at each thing that is highlighted. Nobody rewords it. */
export async function isLookedOver(reviewer: Desk, message: string): Promise<void> {
  const { page, say, reader } = reviewer;
  await page.goto('/family-messages');
  await look(reviewer, 'seen-queue');
  // what was handed in last stands last
  const line = page
    .getByRole('row')
    .filter({ hasText: familyMessageState.label('SUBMITTED', reader.lang) })
    .last();
  await line.getByRole('button', { name: familyMessageEvent.label('review', reader.lang), exact: true }).click();
  await page.waitForURL(`**/family-messages/${message}`);
  await expect(act(reviewer, 'approve')).toBeVisible();
  await expect(page.getByLabel(say('familyMessages.words', 'The message, as they say it'))).toHaveCount(0);
  await look(reviewer, 'seen-review');
}

/** Ticks what is highlighted; before that it does not go on. */
async function findingsAreTicked({ page }: Desk, least: number): Promise<void> {
  const findings = page.locator('app-message-findings input');
  await expect.poll(() => findings.count()).toBeGreaterThanOrEqual(least);
  expect(await page.locator('app-marked-text mark').count()).toBeGreaterThanOrEqual(least);
  for (const each of await findings.all()) await each.check();
}

/** A third person translates it, and sees this one message. */
export async function isTranslated(reviewer: Desk, translator: Desk, message: string): Promise<void> {
  const { page, say, reader } = translator;
  const question = questionAt(reviewer);
  await findingsAreTicked(reviewer, 1);
  await act(reviewer, 'translate').click();
  await question.select('familyMessages.translator', 'Translator', nameOf('translator'));
  await question.select('familyMessages.intoLanguage', 'Into', languageName('ar', reader.lang));
  await question.confirm(familyMessageEvent.label('translate', reader.lang));
  await page.goto('/family-messages');
  await page.locator(`a[href="/family-messages/${message}"]`).click();
  await page.getByRole('textbox', { name: say('familyMessages.translation', 'Translation') }).fill(IN_ARABIC);
  await look(translator, 'seen-translation');
  const handedIn = page.waitForResponse((answer) => answer.url().endsWith('/translation'));
  await page.getByRole('button', { name: say('familyMessages.handTranslation', 'Hand the translation in') }).click();
  await handedIn;
  await reviewer.page.reload();
  await findingsAreTicked(reviewer, 2);
}

export async function isLetGo(reviewer: Desk): Promise<void> {
  await look(reviewer, 'seen-letting-go');
  await act(reviewer, 'approve').click();
  await expect(act(reviewer, 'hold')).toBeVisible();
}

/** Handed over after it was released, today. */
export async function isHandedOver(officer: Desk, message: string, on: string, at: string): Promise<void> {
  const { page, say, reader } = officer;
  const question = questionAt(officer);
  await page.goto(`/family-messages/${message}`);
  const deliver = page.getByRole('button', { name: say('familyMessages.deliver', 'Note that it was delivered') });
  await deliver.click();
  await question.dialog.locator('.date-input input').fill(typedDay(reader.lang, on));
  await question.dialog.locator('.date-input input').blur();
  await question.dialog.getByLabel(say('platform.clock', 'Time, 24 hours')).fill(at);
  await look(officer, 'seen-delivery');
  await question.send();
  await expect(deliver).toHaveCount(0);
}
