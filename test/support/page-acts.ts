import type { Page } from '@playwright/test';

/** Ticks one of a few choices that stand under one label, or in one fieldset. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: question }).or(page.getByRole('group', { name: question }));
  await group.getByLabel(answer, { exact: true }).check();
}

/** Ticks several of the choices that stand under one label. */
export async function chooseAll(page: Page, question: string, answers: readonly string[]): Promise<void> {
  for (const answer of answers) await choose(page, question, answer);
}

/** What is left of an address without its first part: the number of the record that is open. */
export function recordIn(page: Page, room: string): string {
  const id = new RegExp(`/${room}/([0-9a-f-]{36})`).exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} is no page of ${room}.`);
  return id;
}
