import type { Language } from '@panah/domain/vocabulary/code-list';
import { expect, test } from '../support/browser-story';
import { look, sitDown } from '../support/desk';
import { questionAt } from '../support/question';

const NEED = { en: 'A place on a course', fa: 'جایی در یک کلاس' };

for (const lang of ['en', 'fa'] as Language[])
  test(`R-RE-09: a partner refers somebody on a telephone's width, and the office finds an enquiry from that partner (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(90_000);
    const partner = await sitDown(browser, app.url, 'partner', { lang });
    await partner.page.setViewportSize({ width: 360, height: 740 });
    await partner.page.getByRole('button', { name: partner.say('referrals.ownRefer', 'Refer somebody to the office') }).click();
    const question = questionAt(partner);
    const name = lang === 'fa' ? 'لاله' : 'Laleh';
    await question.select('referrals.ownOffice', 'Office', 'North');
    await question.write('referrals.ownName', 'The name they want to be called by', name);
    await question.write('referrals.ownAsked', 'What is needed', NEED[lang]);
    await question.dialog
      .getByLabel(lang === 'fa' ? 'خیر' : 'No', { exact: true })
      .first()
      .check();
    await question.field('referrals.ownLanguage', 'Language they speak').selectOption('fa');
    await question.dialog
      .getByLabel(lang === 'fa' ? 'بله' : 'Yes', { exact: true })
      .last()
      .check();
    await question.tick(partner.say('referrals.ownAgreedText', 'They know that you tell the office, and agree.'));
    await look(partner, 'own-referral');
    await question.send('referrals.send', 'Send');
    await look(partner, 'own-referral-told');
    await partner.leave();

    const office = await sitDown(browser, app.url, 'caseworker', { lang });
    await office.page.goto('/enquiries');
    await office.page.getByRole('link', { name }).first().click();
    await expect(office.page.getByText(NEED[lang])).toBeVisible();
    await expect(office.page.getByText('Partner Association (AL)')).toBeVisible();
    await look(office, 'own-referral-enquiry');
    await office.leave();
  });
