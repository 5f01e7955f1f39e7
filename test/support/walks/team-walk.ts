import { type Specialty, specialty } from '@panah/domain/vocabulary/specialists';
import { expect } from '@playwright/test';
import { nameOf } from '../demo-names';
import type { Desk } from '../desk';
import { questionAt } from '../question';

/** A case that was opened, by what a story needs of it. */
export interface OpenedCase {
  id: string;
  ref: string;
}

/** The case team asks a specialty of its office; the client was told of one colleague already. */
export async function askSpecialty(worker: Desk, { id }: OpenedCase, which: Specialty, colleague: string): Promise<void> {
  const { page, say, reader } = worker;
  const question = questionAt(worker);
  await page.goto(`/cases/${id}/team`);
  await page.getByRole('button', { name: say('specialists.ask', 'Ask a specialty') }).click();
  await question.tick(specialty.label(which, reader.lang));
  await question.write(
    'specialists.question',
    'Question',
    reader.lang === 'en' ? 'Could you look at this with us?' : 'با ما نگاه می‌کنید؟',
  );
  await question.tick(nameOf(colleague));
  await question.send('specialists.askNow', 'Ask');
  await expect(page.locator('app-specialist-requests li', { hasText: specialty.label(which, reader.lang) })).toBeVisible();
}

/** In the queue stand a reference, a language and the question, and no name; whoever takes it up is on the team, and the file opens. */
export async function takeUp(specialist: Desk, { id, ref }: OpenedCase, name: string): Promise<void> {
  const { page, say } = specialist;
  await page.goto('/specialist-requests');
  const line = page.locator('app-specialist-queue li', { hasText: ref });
  await expect(line).not.toContainText(name);
  await line.getByRole('button', { name: say('specialists.takeUp', 'Take up'), exact: true }).click();
  const question = questionAt(specialist);
  await question.tick(say('cases.noTie', 'I have no tie with this person, as far as I can tell'));
  await question.send('specialists.takeUp', 'Take up');
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
}
