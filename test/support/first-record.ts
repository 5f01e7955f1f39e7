import type { Page } from '@playwright/test';

/** The number of the first record of a list, as the person at this page is shown it. Throws when the list is empty. */
export async function firstRecord(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  const { items } = (await answer.json()) as { items?: { id: string }[] };
  const id = items?.[0]?.id;
  if (!id) throw new Error(`There is nothing to open: ${String(answer.status())} from ${address}.`);
  return id;
}
