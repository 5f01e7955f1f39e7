import { countryName } from '@panah/domain/vocabulary/countries';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sitDown } from '../support/desk';
import { claimIsMade } from '../support/walks/refuge-walk';

for (const lang of ['en', 'fa'] as const) {
  test(`R-AS-03: where no rule was verified, a claim ends with a lawyer to ask today, and no day (${lang})`, async ({ browser, app }) => {
    const lawyer = await sitDown(browser, app.url, 'legal', { lang });
    const { page, say } = lawyer;
    await claimIsMade(lawyer, { id: await caseWithoutClaim(lawyer) }, 'AL');
    const card = page.locator('app-claim-card', { hasText: countryName('AL', lang) });
    await expect(card.locator('app-deadline-list .notice')).toContainText(say('asylum.askToday', 'Ask a lawyer today'));
    await expect(card.locator('app-deadline-list app-date')).toHaveCount(0);
    await look(lawyer, 'refuge-albania');
    await page.goto('/deadlines?view=claims');
    await expect(page.locator('app-claim-stages h2').first()).toBeVisible();
    await look(lawyer, 'deadlines-claims');
    await page.goto('/deadlines/countries');
    await expect(page.locator('app-countries-page li').first()).toBeVisible();
    await look(lawyer, 'deadlines-countries');
    await lawyer.leave();
  });
}

/** A case of the reader's on which no claim was begun. */
async function caseWithoutClaim(lawyer: Desk): Promise<string> {
  const { items } = await readAs<{ items: { id: string; state: string }[] }>(lawyer, '/api/cases?limit=60');
  for (const { id } of items.filter(({ state }) => state !== 'CLOSED'))
    if ((await readAs<{ claims: unknown[] }>(lawyer, `/api/cases/${id}/claims`)).claims.length === 0) return id;
  throw new Error('Every case of the legal adviser has a claim already.');
}
