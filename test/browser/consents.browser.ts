import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  capacityCheck,
  consentMethod,
  consentPurpose,
  consentScope,
  consentState,
  disclosureBasis,
  freeChoiceCheck,
  informPerson,
  interpreterKind,
  legalBasisState,
  recipientKind,
  withdrawnHow,
} from '@panah/domain/vocabulary/consents';
import { taskKindLabel } from '@panah/domain/vocabulary/tasks';
import { expect, test } from '../support/browser-story';
import { look, readAs, sendAs, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';

for (const lang of ['en', 'fa'] as const) {
  test(`a consent is given through an interpreter in five presses, and taken back in two (${lang})`, async ({ browser, app }) => {
    test.setTimeout(120_000);
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    const caseId = await firstRecord(page, '/api/cases?state=ACTIVE');
    await page.goto(`/cases/${caseId}/consents`);
    const purpose = consentPurpose.label('C06_HEALTH', lang);
    await expect(page.getByRole('button', { name: purpose })).toBeVisible();
    await look({ page }, 'consents');

    // 1 the purpose, 2 who may be told, 3 how, 4 who was there, 5 record; the interpreter is what this conversation adds
    await page.getByRole('button', { name: purpose }).click();
    const asked = page.getByRole('dialog');
    await asked
      .getByRole('combobox', { name: say('consents.recipient', 'Who may be told') })
      .selectOption({ label: 'Partner Association (AL)' });
    await asked.getByRole('radio', { name: consentMethod.label('VERBAL_REMOTE', lang) }).check();
    await asked.getByRole('radio', { name: freeChoiceCheck.label('ALONE', lang) }).check();
    await asked
      .getByLabel(say('consents.interpreter', 'Interpreter'), { exact: true })
      .selectOption({ label: interpreterKind.label('PROFESSIONAL', lang) });
    await asked.getByLabel(say('consents.interpreterName', 'Name of the interpreter')).fill('Interpreter of the day');
    await look({ page }, 'consent-asked');
    await asked.getByRole('button', { name: say('consents.record', 'Record') }).click();
    await expect(asked).toBeHidden();

    const given = page
      .getByRole('listitem')
      .filter({ hasText: purpose })
      .filter({ has: page.getByRole('button', { name: say('consents.withdraw', 'Take back') }) });
    await expect(given).toHaveCount(1);
    await given.getByText(say('consents.details', 'What was said')).click();
    await expect(given.getByText('Interpreter of the day')).toBeVisible();
    await look({ page }, 'consent-given');

    await given.getByRole('button', { name: say('consents.withdraw', 'Take back') }).click();
    const taken = page.getByRole('dialog');
    await expect(taken.getByRole('radio', { name: withdrawnHow.label('IN_PERSON', lang) })).toBeChecked();
    await look({ page }, 'consent-taken');
    await taken.getByRole('button', { name: say('consents.withdraw', 'Take back') }).click();
    await expect(taken).toBeHidden();
    await expect(given).toHaveCount(0);
    await look({ page }, 'consent-withdrawn');
    await leave();
  });

  test(`somebody who is named as a partner is called: it is said that the partner is not covered (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker', { lang });
    await page.goto(`/cases/${await firstRecord(page, '/api/cases?state=ACTIVE')}/consents`);
    await page.getByRole('button', { name: consentPurpose.label('C06_HEALTH', lang) }).click();
    const asked = page.getByRole('dialog');
    await asked
      .getByRole('combobox', { name: say('consents.recipient', 'Who may be told') })
      .selectOption({ label: recipientKind.label('ORGANISATION', lang) });
    const told = asked.getByText(
      say('consents.partnerOfThisName', 'There is a partner of this name: choose it, or the consent will not cover it.'),
    );
    const name = asked.getByRole('textbox', { name: say('consents.recipientName', 'Name'), exact: true });
    await name.fill('partner  association (AL)');
    await expect(told).toBeVisible();
    await look({ page }, 'consent-name');
    await name.fill('Another house');
    await expect(told).toBeHidden();
    await leave();
  });

  test(`R-CO-05: a relative who interprets suspends it, until a coordinator has heard it again alone (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const { page, say, leave } = await sitDown(browser, app.url, 'caseworker2', { lang });
    const caseId = await firstRecord(page, '/api/cases?state=ACTIVE');
    await page.goto(`/cases/${caseId}/consents`);
    const purpose = consentPurpose.label('C04_LEGAL', lang);
    await page.getByRole('button', { name: purpose }).click();
    const asked = page.getByRole('dialog');
    await asked
      .getByRole('combobox', { name: say('consents.recipient', 'Who may be told') })
      .selectOption({ label: 'Partner Legal Clinic (DE)' });
    await asked.getByRole('radio', { name: consentMethod.label('VERBAL_REMOTE', lang) }).check();
    await asked.getByRole('radio', { name: freeChoiceCheck.label('ALONE', lang) }).check();
    await asked
      .getByLabel(say('consents.interpreter', 'Interpreter'), { exact: true })
      .selectOption({ label: interpreterKind.label('RELATIVE', lang) });
    await page.keyboard.press('Control+Enter');
    const name = asked.getByLabel(say('consents.interpreterName', 'Name of the interpreter'));
    await expect(name, 'the first field in which something is missing has the focus').toBeFocused();
    await name.fill('A cousin');
    await page.keyboard.press('Control+Enter');
    await expect(asked).toBeHidden();
    const line = ({ page: there }: { page: Page }) =>
      there.getByRole('listitem').filter({ hasText: purpose }).filter({ hasText: 'Partner Legal Clinic (DE)' }).first();
    await expect(line({ page })).toContainText(consentState.label('SUSPENDED', lang));
    await look({ page }, 'consent-suspended');

    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    await coordinator.page.goto(`/cases/${caseId}/consents`);
    await line(coordinator)
      .getByRole('button', { name: say('consents.hear', 'Heard again') })
      .click();
    const heard = coordinator.page.getByRole('dialog');
    await heard.getByRole('radio', { name: freeChoiceCheck.label('ALONE', lang) }).check();
    await heard.getByRole('radio', { name: capacityCheck.label('YES', lang) }).check();
    await coordinator.page.keyboard.press('Control+Enter');
    await expect(line(coordinator)).toContainText(consentState.label('ACTIVE', lang));
    await coordinator.leave();
    await leave();
  });

  test(`R-CO-08: what is told without consent is agreed by two, and the second finds it in their day (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const first = await sitDown(browser, app.url, 'coordinator', { lang });
    const caseId = await firstRecord(first.page, `/api/cases?state=ACTIVE&risk=${lang === 'en' ? 'LOW' : 'MEDIUM'}`);
    await first.page.goto(`/cases/${caseId}/consents`);
    await first.page.getByRole('button', { name: first.say('consents.askBasis', 'Ask a second person') }).click();
    const asked = first.page.getByRole('dialog');
    await asked.getByRole('radio', { name: disclosureBasis.label('VITAL_INTEREST', lang) }).check();
    await asked.getByRole('radio', { name: consentPurpose.label('C06_HEALTH', lang) }).check();
    await asked.getByRole('textbox').fill('She is in hospital and cannot speak for herself.');
    await asked.getByRole('checkbox', { name: consentScope.label('HEALTH', lang) }).check();
    await asked.getByRole('radio', { name: informPerson.label('TELL', lang) }).check();
    await first.page.keyboard.press('Control+Enter');
    const recipient = asked.getByRole('combobox', { name: first.say('consents.recipient', 'Who may be told') });
    await expect(recipient, 'nobody is chosen yet').toBeFocused();
    await recipient.selectOption({ label: 'Partner Health Centre (FR)' });
    await first.page.keyboard.press('Control+Enter');
    await expect(asked).toBeHidden();
    await first.leave();

    const second = await sitDown(browser, app.url, 'coordinator2', { lang });
    // the plan tab knows it too: opened where it is decided, not ticked off
    await second.page.goto(`/cases/${caseId}/plan`);
    const waits = second.page.locator('app-case-tasks li').filter({ hasText: taskKindLabel('LEGAL_BASIS_ASKED', lang) });
    const open = waits.getByRole('link', { name: second.say('tasks.open', 'Open'), exact: true });
    await expect(open).toBeVisible();
    await expect(waits.getByRole('button', { name: second.say('tasks.finish', 'Done'), exact: true })).toHaveCount(0);
    await look(second, 'plan-tab-decision');
    await open.click();
    await expect(second.page).toHaveURL(`${app.url}/cases/${caseId}/consents`);
    await second.page.goto('/');
    await second.page.locator(`app-day-line a[href$="/cases/${caseId}/consents"]`).first().click();
    const agree = second.page.getByRole('button', { name: second.say('consents.approve', 'Agree'), exact: true });
    await agree.click();
    await expect(agree).toHaveCount(0);
    await second.page.getByRole('button', { name: second.say('consents.tellSomebody', 'Tell somebody') }).click();
    const told = second.page.getByRole('dialog');
    await expect(told.getByRole('combobox').first()).toContainText('Partner Health Centre (FR)');
    await second.page.keyboard.press('Escape');
    await expect(told).toBeHidden();
    await look(second, 'without-consent');
    await second.leave();
  });

  test(`R-CO-08: whoever was named as having agreed finds it in their day; they did not, and it stops (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const first = await sitDown(browser, app.url, 'coordinator', { lang });
    const caseId = await firstRecord(first.page, `/api/cases?state=${lang === 'en' ? 'PLANNING' : 'ON_HOLD'}`);
    const at = `/api/cases/${caseId}/legal-bases`;
    const { id } = await sendAs<{ id: string }>(first, at, {
      basis: 'VITAL_INTEREST',
      purpose: 'C06_HEALTH',
      recipient: { kind: 'ORGANISATION', name: 'Ward by the harbour' },
      scope: ['HEALTH'],
      reason: 'She is in hospital and cannot speak for herself.',
      inform: 'TELL',
    });
    const second = await sitDown(browser, app.url, 'coordinator2', { lang });
    const { seconds } = await readAs<{ seconds: { id: string; name: string }[] }>(first, at);
    const { seconds: others } = await readAs<{ seconds: { id: string }[] }>(second, at);
    const secondId = seconds.find((one) => !others.some((other) => other.id === one.id))?.id;
    await sendAs(first, `/api/legal-bases/${id}/verbal-approval`, { secondId });
    await first.leave();

    await second.page.goto('/');
    const line = second.page.locator('app-day-line').filter({ hasText: taskKindLabel('DISCLOSURE_REVIEW', lang) });
    await look(second, 'named-in-the-day');
    await line.locator(`a[href$="/cases/${caseId}/consents"]`).first().click();
    const basis = second.page.locator('app-legal-bases li').filter({ hasText: 'Ward by the harbour' });
    const did = second.say('consents.didNotAgree', 'I did not agree');
    await expect(basis.getByRole('button', { name: did, exact: true })).toBeVisible();
    await look(second, 'was-named');
    await basis.getByRole('button', { name: did, exact: true }).click();
    const asked = second.page.getByRole('dialog');
    await look(second, 'did-not-agree-asked');
    await asked.getByRole('button', { name: did, exact: true }).click();
    await expect(basis).toContainText(legalBasisState.label('OBJECTED', lang));
    await expect(basis.getByRole('button', { name: did, exact: true })).toHaveCount(0);
    await look(second, 'did-not-agree');
    await second.page.goto('/');
    await expect(line).toHaveCount(0);
    await second.leave();
  });

  test(`R-CO-09: an interpreter closed off since the question is refused at the answer, and what was typed stays (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000);
    const worker = await sitDown(browser, app.url, 'caseworker3', { lang });
    const { page, say } = worker;
    const caseId = await firstRecord(page, `/api/cases?state=ACTIVE`);
    const at = `/api/cases/${caseId}/consents`;
    const { interpreters } = await readAs<{ interpreters: { id: string; name: string }[] }>(worker, at);
    const [closed, open] = interpreters.slice(-2);
    if (!closed || !open) throw new Error('Two colleagues who may interpret are needed.');
    const purpose = lang === 'en' ? 'C16_STATS' : 'C14_INTERPRETER';
    await sendAs(worker, at, { purpose, language: 'fa', decision: 'OFFERED', interpreterKind: 'COLLEAGUE', interpreterId: closed.id });
    const coordinator = await sitDown(browser, app.url, 'coordinator', { lang });
    const block = await coordinator.page.request.post(`/api/cases/${caseId}/blocks`, {
      headers: { 'x-requested-with': 'office', 'idempotency-key': randomUUID() },
      data: { staffId: closed.id, kind: 'RELATIVE', source: 'CLIENT_STATED' },
    });
    expect(block.ok()).toBe(true);
    await coordinator.leave();

    await page.goto(`/cases/${caseId}/consents`);
    await page
      .getByRole('listitem')
      .filter({ hasText: consentState.label('OFFERED', lang) })
      .filter({ hasText: consentPurpose.label(purpose, lang) })
      .getByRole('button', { name: say('consents.decide', 'The answer') })
      .click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('radio', { name: consentMethod.label('VERBAL_WITNESSED', lang) }).check();
    await asked.getByRole('radio', { name: freeChoiceCheck.label('ALONE', lang) }).check();
    const witness = asked.getByRole('textbox', { name: say('consents.witness', 'The witness') });
    await witness.fill('The neighbour');
    await page.keyboard.press('Control+Enter');
    await expect(asked.getByText(say('consents.ruleBlocked', 'Closed to this colleague'))).toBeVisible();
    await expect(witness).toHaveValue('The neighbour');
    await look(worker, 'interpreter-closed-since');
    await asked.getByLabel(say('consents.interpreterId', 'Which colleague')).selectOption({ label: open.name });
    await page.keyboard.press('Control+Enter');
    await expect(asked).toBeHidden();
    await worker.leave();
  });

  test(`whoever hears that somebody takes it back says so, and is shown nothing (${lang})`, async ({ browser, app }) => {
    const { page, say, leave } = await sitDown(browser, app.url, 'housing', { lang });
    await page.goto('/withdrawals');
    await page.getByLabel(say('consents.caseRef', 'Case reference')).fill('0A1B2C-V');
    await page.getByRole('button', { name: say('consents.takeDown', 'Take it down') }).click();
    await expect(page.getByText(say('consents.heardDone', 'Taken down. Whatever there is stops from now on.'))).toBeVisible();
    await look({ page }, 'withdrawal-heard');
    await leave();
  });
}
