import { addDays, partsOf, weekdayOf } from '@panah/domain/dates/calendar-days';
import {
  appealOutcome,
  claimEvent,
  claimState,
  decisionType,
  interpreterWish,
  legalRepCapacity,
  procedureType,
  serviceMethod,
  suspensiveEffect,
  suspensiveRecorded,
} from '@panah/domain/vocabulary/claims';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { countryName, EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { deadlineType, permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';

const SHOTS = process.env.SHOTS;
const look = async ({ page }: Desk, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

const today = new Date().toISOString().slice(0, 10);
const ago = (days: number): string => addDays(today, -days);
/** The last day before today that is no weekend: fourteen days later is none either. */
const served = [1, 2, 3].map(ago).find((day) => weekdayOf(day) < 6) ?? ago(1);

for (const lang of ['en', 'fa'] as const) {
  const typed = (day: string): string => {
    const { year, month, day: number } = partsOf(lang === 'fa' ? 'JALALI' : 'GREGORIAN', day);
    const two = (value: number): string => String(value).padStart(2, '0');
    return lang === 'fa' ? `${year}/${two(month)}/${two(number)}` : `${two(number)}/${two(month)}/${year}`;
  };
  const word = <Code extends string>(list: CodeList<Code>, code: Code): string => list.label(code, lang);

  test(`a claim is made, registered, lodged, heard, refused, appealed in time and allowed, until the permit (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const lawyer = await sitDown(browser, app.url, 'legal', { lang });
    const { page, say } = lawyer;
    page.setDefaultTimeout(10_000);
    const dialog = page.locator('app-question-dialog');
    const caseId = await caseWithoutClaim(lawyer);
    const save = async (): Promise<void> => {
      await dialog.getByRole('button', { name: say('platform.save', 'Save'), exact: true }).click();
      await expect(dialog).toHaveCount(0);
    };
    const day = async (id: string, english: string, value: string): Promise<void> => {
      const box = dialog.getByRole('textbox', { name: say(id, english) }).first();
      await box.fill(typed(value));
      await box.blur();
    };
    const on = (value: string) => day('asylum.on', 'On', value);
    const choose = async (id: string, english: string, label: string): Promise<void> => {
      // what may be left empty says so behind its label
      await dialog.getByLabel(say(id, english)).first().selectOption({ label });
    };
    const tick = async (at = 0): Promise<void> => dialog.locator('input[type="checkbox"]').nth(at).check();
    const press = async (
      step:
        | 'make'
        | 'register'
        | 'lodge'
        | 'start_examination'
        | 'set_interview'
        | 'held'
        | 'decide_negative'
        | 'lodge_appeal'
        | 'ruling_positive',
    ) => {
      await page
        .locator('app-claim-card')
        .first()
        .getByRole('button', { name: word(claimEvent, step), exact: true })
        .click();
      await expect(dialog).toBeVisible();
    };
    const stands = (
      state: 'MADE' | 'REGISTERED' | 'LODGED' | 'INTERVIEW_SET' | 'INTERVIEWED' | 'DECIDED_NEGATIVE' | 'APPEAL_LODGED' | 'FINAL_POSITIVE',
    ) => expect(page.locator('app-claim-card app-state').first()).toHaveText(word(claimState, state));

    await test.step('made, registered, lodged', async () => {
      await page.goto(`${app.url}/cases/${caseId}/refuge`);
      await page.getByRole('button', { name: say('asylum.newClaim', 'New claim') }).click();
      await choose('asylum.country', 'Country', countryName(EXAMPLE_COUNTRY, lang));
      await choose('asylum.procedure', 'Procedure', word(procedureType, 'FIRST_APPLICATION'));
      await save();
      await press('make');
      await on(ago(60));
      await choose('asylum.language', 'Language', languageName('fa', lang));
      await tick();
      await save();
      await stands('MADE');
      await press('register');
      await on(ago(55));
      await save();
      await press('lodge');
      await on(ago(50));
      await save();
      await stands('LODGED');
    });

    await test.step('interview', async () => {
      await press('start_examination');
      await on(ago(40));
      await save();
      await press('set_interview');
      await on(ago(20));
      await dialog.getByLabel(say('asylum.at', 'At'), { exact: true }).fill('10:00');
      await choose('asylum.interpreter', 'By whom they wish to be interpreted', word(interpreterWish, 'WOMAN'));
      await save();
      await press('held');
      await save();
      await stands('INTERVIEWED');
    });

    await test.step('R-AS-01: a refusal without its day of service is refused beside the field; with it the deadline stands, explained', async () => {
      await press('decide_negative');
      await choose('asylum.decision', 'Decision', word(decisionType, 'REFUSED_MERITS'));
      await day('asylum.decidedOn', 'Decided on', addDays(served, -2));
      await choose('asylum.serviceMethod', 'How it was served', word(serviceMethod, 'IN_PERSON'));
      await dialog.locator('input[type="radio"]').first().check();
      await choose('asylum.suspensive', 'Does an appeal stop removal?', word(suspensiveEffect, 'AUTOMATIC'));
      await dialog.getByRole('button', { name: say('platform.save', 'Save'), exact: true }).click();
      await expect(dialog.getByText(say('asylum.ruleMissing', 'Missing')).first()).toBeVisible();
      await look(lawyer, `refuge-refused-${lang}`);
      await day('asylum.servedOn', 'Served on', served);
      await save();
      await stands('DECIDED_NEGATIVE');
      const appeal = page.locator('app-deadline-list li', { hasText: word(deadlineType, 'APPEAL') }).first();
      await expect(appeal.locator('.explained')).toHaveText(
        lang === 'en' ? /^served \d+ \w+ \+ 14 days = (Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+$/ : /^ابلاغ .+ \+ ۱۴ روز = /,
      );
      await look(lawyer, `refuge-deadline-${lang}`);
    });

    await test.step('the day stands on the page of deadlines, as a list and on the calendar, by keyboard', async () => {
      await page.goto(`${app.url}/deadlines`);
      await expect(page.locator('app-deadline-lines li').first()).toBeVisible();
      await look(lawyer, `deadlines-list-${lang}`);
      await page.goto(`${app.url}/deadlines?view=calendar`);
      const chosen = page.locator('[data-chosen]');
      await chosen.focus();
      for (let left = (Date.parse(addDays(served, 14)) - Date.parse(today)) / 86_400_000; left > 0; left--)
        await page.keyboard.press(lang === 'fa' ? 'ArrowLeft' : 'ArrowRight');
      await expect(chosen.locator('.due').first()).toContainText(word(deadlineType, 'APPEAL'));
      await look(lawyer, `deadlines-calendar-${lang}`);
      await page.goto(`${app.url}/deadlines?view=claims`);
      await expect(page.locator('app-claim-stages h2').first()).toBeVisible();
      await look(lawyer, `deadlines-claims-${lang}`);
      await page.goto(`${app.url}/deadlines/countries`);
      await expect(page.locator('app-countries-page li').first()).toBeVisible();
      await look(lawyer, `deadlines-countries-${lang}`);
    });

    await test.step('a representative with a mandate; appealed, allowed, permit', async () => {
      await page.goto(`${app.url}/cases/${caseId}/refuge`);
      await page
        .locator('app-representation-panel')
        .getByRole('button', { name: say('asylum.add', 'Add') })
        .click();
      await dialog.getByLabel(say('asylum.whoName', 'Name'), { exact: true }).fill('Lakeside Legal Clinic');
      await choose('asylum.capacity', 'As what', word(legalRepCapacity, 'LAWYER_NGO'));
      await day('asylum.fromOn', 'Since', ago(30));
      await tick();
      await dialog
        .locator('input[type="file"]')
        .setInputFiles({ name: 'mandate.txt', mimeType: 'text/plain', buffer: Buffer.from('A mandate') });
      await expect(dialog.locator('app-paper-choice select')).not.toHaveValue('');
      await save();
      await press('lodge_appeal');
      await on(today);
      await choose('asylum.suspended', 'Is removal stopped meanwhile?', word(suspensiveRecorded, 'YES'));
      await save();
      await stands('APPEAL_LODGED');
      await press('ruling_positive');
      await choose('asylum.outcome', 'Outcome', word(appealOutcome, 'ALLOWED'));
      await choose('asylum.decision', 'Decision', word(decisionType, 'REFUGEE'));
      await day('asylum.decidedOn', 'Decided on', today);
      await day('asylum.servedOn', 'Served on', today);
      await tick();
      await save();
      await stands('FINAL_POSITIVE');
      await expect(page.locator('app-permit-panel')).toContainText(word(permitType, 'REFUGEE_PERMIT'));
      await look(lawyer, `refuge-allowed-${lang}`);
    });

    await test.step('R-AS-03: Albania ends with a lawyer to ask today, and no day', async () => {
      await page.getByRole('button', { name: say('asylum.newClaim', 'New claim') }).click();
      await choose('asylum.country', 'Country', countryName('AL', lang));
      await save();
      const card = page.locator('app-claim-card', { hasText: countryName('AL', lang) });
      await card.getByRole('button', { name: word(claimEvent, 'make'), exact: true }).click();
      await on(ago(3));
      await choose('asylum.language', 'Language', languageName('fa', lang));
      await tick();
      await save();
      await expect(card.locator('app-deadline-list .notice')).toContainText(say('asylum.askToday', 'Ask a lawyer today'));
      await expect(card.locator('app-deadline-list app-date')).toHaveCount(0);
      await look(lawyer, `refuge-albania-${lang}`);
    });
  });
}

/** A case of the reader's on which no claim was begun. */
async function caseWithoutClaim({ page }: Desk): Promise<string> {
  const { items } = (await (await page.request.get('/api/cases?limit=60')).json()) as { items: { id: string; state: string }[] };
  for (const { id } of items.filter(({ state }) => state !== 'CLOSED')) {
    const answer = await page.request.get(`/api/cases/${id}/claims`);
    if (answer.ok() && ((await answer.json()) as { claims: unknown[] }).claims.length === 0) return id;
  }
  throw new Error('Every case of the legal adviser has a claim already.');
}
