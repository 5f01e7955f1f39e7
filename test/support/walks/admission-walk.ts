import { legalBasis, literacy, sexRecorded } from '@panah/domain/vocabulary/clients';
import { casePriority, serviceStream } from '@panah/domain/vocabulary/cases';
import { capacityCheck, consentMethod, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { immediateScreen, informationGiven, intakeMode, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { expect } from '@playwright/test';
import { nameOf } from '../demo-names';
import type { ChosenWoman } from '../chosen-woman';
import type { Desk } from '../desk';
import { choose, chooseAll, recordIn } from '../page-acts';

/** What somebody says who needs a place. */
export const ASKED = 'She needs somewhere to sleep from Friday on.';

export async function enterEnquiry({ page, say, reader }: Desk, { name }: ChosenWoman): Promise<void> {
  await page.locator('a.nav-item[href="/enquiries"]').click();
  await page.getByRole('link', { name: say('intake.new', 'New enquiry') }).click();
  await page.getByLabel(say('intake.name', 'Name, as spoken')).fill(name);
  await page.getByLabel(say('intake.asked', 'What is needed')).fill(ASKED);
  await choose(page, say('intake.danger', 'In danger now?'), yesNoUnknown.label('NO', reader.lang));
  await choose(page, say('intake.callback', 'Safe to call or write back?'), say('intake.yes', 'Yes'));
  await page.getByRole('combobox', { name: say('intake.language', 'Language'), exact: true }).selectOption('fa');
  await page.getByRole('textbox', { name: say('intake.birth', 'Born') }).fill('1362');
  await page.getByRole('button', { name: say('platform.save', 'Save') }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText(/1362|۱۳۶۲/).first()).toBeVisible();
}

export async function takeIntake(desk: Desk): Promise<void> {
  const { page, say, reader } = desk;
  await page.getByRole('button', { name: say('intake.start', 'Start the intake') }).click();
  await page.getByRole('button', { name: say('intake.tieNone', 'I have no tie') }).click();
  await page.waitForURL('**/intake/safety');
  const steps = { information: safety, identity: information, situation: identity, 'legal-basis': situation, proposal: basis };
  for (const [next, fill] of Object.entries(steps)) {
    await fill(desk);
    await page.getByRole('button', { name: say('intake.saveOn', 'Save and go on') }).click();
    await page.waitForURL(`**/intake/${next}`);
  }
  await choose(page, say('intake.priority', 'Priority'), casePriority.label('P3', reader.lang));
  await page.getByRole('button', { name: say('intake.propose', 'Propose admission') }).click();
  await expect(page.getByRole('heading', { name: say('intake.admissionWaits', 'Waiting for a coordinator') })).toBeVisible();
}

async function safety({ page, say, reader: { lang } }: Desk): Promise<void> {
  for (const question of immediateScreen.codes) {
    const answer = question === 'SAFE_TONIGHT' || question === 'FOOD' ? 'YES' : 'NO';
    await choose(page, immediateScreen.label(question, lang), yesNoUnknown.label(answer, lang));
  }
  await choose(page, say('intake.mode', 'How you spoke'), intakeMode.label('PHONE', lang));
  await choose(page, say('intake.seenAlone', 'Did you see the person alone?'), say('intake.yes', 'Yes'));
}

async function information({ page, say, reader: { lang } }: Desk): Promise<void> {
  const told = informationGiven.codes.map((item) => informationGiven.label(item, lang));
  await chooseAll(page, say('intake.told', 'What the person was told'), told);
}

async function identity({ page, say, reader: { lang } }: Desk): Promise<void> {
  await choose(page, say('intake.sex', 'Sex, as recorded'), sexRecorded.label('F', lang));
  await choose(page, say('intake.literacy', 'Reading and writing'), literacy.label('FULL', lang));
  await page
    .getByLabel(say('intake.country', 'Country where they are now'))
    .selectOption({ label: new Intl.DisplayNames(lang, { type: 'region' }).of('AL') ?? '' });
}

async function situation({ page, say, reader: { lang } }: Desk): Promise<void> {
  await page.getByLabel(say('intake.situation', 'The situation, in their words')).fill(ASKED);
  await choose(page, say('intake.streams', 'Services asked for'), serviceStream.label('HOUSING', lang));
}

async function basis({ page, say, reader: { lang } }: Desk): Promise<void> {
  await choose(page, say('intake.basis', 'Why we may keep this'), legalBasis.label('CONSENT', lang));
  await choose(page, say('consents.method', 'How it was given'), consentMethod.label('VERBAL_REMOTE', lang));
  await choose(page, say('consents.freeChoice', 'Who was there'), freeChoiceCheck.label('ALONE', lang));
  await choose(page, say('consents.capacity', 'Could the person decide?'), capacityCheck.label('YES', lang));
}

export async function askAboutTie({ page, say }: Desk, { name }: ChosenWoman): Promise<void> {
  await page.locator('a.nav-item[href="/enquiries"]').click();
  await page.getByRole('searchbox', { name: say('intake.filterBy', 'Name or reference') }).fill(name);
  await page.getByRole('link', { name }).click();
  const row = page.getByRole('listitem').filter({ hasText: nameOf('caseworker') });
  await row.getByRole('button', { name: say('intake.ask', 'Ask about a tie') }).click();
  await expect(row.getByText(say('intake.asksTie', 'Asked, not answered yet'))).toBeVisible();
  await row.getByRole('button', { name: say('intake.clientNoObjection', 'Person told: no objection') }).click();
  await expect(row.getByText(say('intake.clientFine', 'The person has no objection'))).toBeVisible();
}

export async function answerNoTie({ page, say }: Desk): Promise<void> {
  await page.getByRole('link', { name: say('day.title', 'My day') }).click();
  await page.locator('a[href$="/enquiries/questions"]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: say('intake.questions', 'Asked of you') })).toBeVisible();
  await page
    .getByRole('button', { name: say('intake.answerIt', 'Answer') })
    .first()
    .click();
  await page.getByRole('button', { name: say('intake.tieNone', 'I have no tie') }).click();
  await expect(page.getByRole('heading', { name: say('intake.noQuestions', 'Nothing is asked of you') })).toBeVisible();
}

export async function admit({ page, say }: Desk): Promise<string> {
  await page.reload();
  await page.getByRole('button', { name: say('intake.admitAs', 'Admit and name them') }).click();
  await page.getByRole('link', { name: say('intake.openCase', 'Open the case') }).click();
  await expect(page.getByRole('navigation', { name: say('cases.tabs', 'File') })).toBeVisible();
  return recordIn(page, 'cases');
}
