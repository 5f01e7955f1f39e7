import { countryName } from '@panah/domain/vocabulary/countries';
import { expect, test } from '../support/browser-story';
import { type Desk, look, readAs, sitDown } from '../support/desk';
import { claimIsMade } from '../support/walks/refuge-walk';
import { askSpecialty, type OpenedCase, takeUp } from '../support/walks/team-walk';

for (const lang of ['en', 'fa'] as const) {
  test(`R-AS-03: where no rule was verified, a claim ends with a lawyer to ask today, and no day (${lang})`, async ({ browser, app }) => {
    const lawyer = await sitDown(browser, app.url, 'legal', { lang });
    const { page, say } = lawyer;
    const worker = await sitDown(browser, app.url, 'caseworker', { lang });
    await claimIsMade(lawyer, await fileWithoutClaim(worker, lawyer), 'AL');
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
    for (const desk of [worker, lawyer]) await desk.leave();
  });
}

interface Listed {
  items: { id: string; caseRef: string; client: { pseudonym: string } | null }[];
}

/** A file of the caseworker's without a claim and without a lawyer: one is asked for, and takes it up. */
async function fileWithoutClaim(worker: Desk, lawyer: Desk): Promise<OpenedCase> {
  const { items } = await readAs<Listed>(worker, '/api/cases?limit=60&state=ACTIVE');
  for (const { id, caseRef, client } of items) {
    if ((await readAs<{ claims: unknown[] }>(worker, `/api/cases/${id}/claims`)).claims.length > 0) continue;
    if ((await lawyer.page.request.get(`/api/cases/${id}`)).ok()) continue;
    const file = { id, ref: caseRef };
    await askSpecialty(worker, file, 'LEGAL', 'legal');
    await takeUp(lawyer, file, client?.pseudonym ?? caseRef);
    return file;
  }
  throw new Error('On every file of the caseworker a claim was begun, or the lawyer stands already.');
}
