import {
  consentMethod,
  type ConsentPurpose,
  consentPurpose,
  type ConsentScope,
  consentScope,
  freeChoiceCheck,
} from '@panah/domain/vocabulary/consents';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import {
  familyLinkEvent,
  kinRelation,
  relatedPersonContext,
  tracingMethod,
  tracingOutcome,
  verificationLevel,
} from '@panah/domain/vocabulary/family';
import { contactEffect, contactStep, duressCheck, linkSide } from '@panah/domain/vocabulary/family';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { expect, type Locator } from '@playwright/test';
import { nameOf } from '../demo-names';
import { type Desk, look } from '../desk';
import { questionAt } from '../question';
import { typedDay } from '../typed-day';

export const SISTER = 'Mina Rahimi';
const WISH = 'I want to know whether she is well.';
const NUMBER = '+964 770 000 0011';
const METHODS = ['OWN_RECORDS', 'RELATIVE_NETWORK', 'RED_CROSS'] as const;

/** What each of the two says yes to: messages through us, and a call with somebody beside them. */
const YES: readonly (readonly [ConsentPurpose, readonly ConsentScope[]])[] = [
  ['C09_DISCLOSE_REL', ['CALL']],
  ['C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']],
  ['C11_DIRECT', ['CALL']],
];

/** A button of the page, by the word of the drawing. */
const step = ({ page, reader }: Desk, event: Parameters<typeof familyLinkEvent.label>[0]): Locator =>
  page.getByRole('button', { name: familyLinkEvent.label(event, reader.lang), exact: true });
const press = ({ page, say }: Desk, id: string, english: string): Promise<void> =>
  page
    .getByRole('button', { name: say(id, english), exact: true })
    .first()
    .click();

export async function wishIsNoted({ page, say, reader }: Desk, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/family`);
  await page.getByRole('link', { name: say('family.noteWish', 'Note a wish') }).click();
  await page.getByLabel(say('family.names', 'Names'), { exact: true }).fill(SISTER);
  await page.getByLabel(say('family.relation', 'Relation')).selectOption({ label: kinRelation.label('SISTER', reader.lang) });
  await page.getByLabel(say('family.wish', 'What they wish, in their words')).fill(WISH);
  await page.getByRole('textbox', { name: new RegExp(`^${say('family.birth', 'Born')}`) }).fill('1362'); // of age: nothing waits for a guardian
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/family\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
}

/** One of the two says yes in their language, alone and freely; asked in this part of the page. */
async function saysYes(
  desk: Desk,
  where: Locator,
  language: string,
  purpose: ConsentPurpose,
  scope: readonly ConsentScope[] = [],
): Promise<void> {
  const { say, reader } = desk;
  const question = questionAt(desk);
  const label = consentPurpose.label(purpose, reader.lang);
  await where
    .getByRole('listitem')
    .filter({ hasText: label })
    .getByRole('button', { name: say('family.ask', 'Ask') })
    .click();
  for (const each of scope) await question.tick(consentScope.label(each, reader.lang));
  await question.tick(consentMethod.label('VERBAL_RECORDED', reader.lang), freeChoiceCheck.label('ALONE', reader.lang));
  await question.select('consents.language', 'Explained in', languageName(language, reader.lang));
  await question.send('consents.record', 'Record');
}

export async function wishBegins(desk: Desk): Promise<void> {
  const { page, say } = desk;
  const here = page.locator('main');
  await saysYes(desk, here, 'fa', 'C08_TRACING', METHODS);
  for (const [purpose, scope] of YES) await saysYes(desk, here, 'fa', purpose, scope);
  await look(desk, 'seen-wish-asked');
  await press(desk, 'family.begin', 'Begin');
  await expect(page.getByRole('heading', { name: say('family.answerTitle', 'What can be said') })).toBeVisible();
}

/** The officer finds the link on the board, names who mediates, and looks in the ways that were agreed to. */
export async function sisterIsFound(officer: Desk, link: string): Promise<void> {
  const { page, say, reader } = officer;
  const question = questionAt(officer);
  await page.goto('/family-links');
  await look(officer, 'seen-board');
  await page.locator(`a[href="/family-links/${link}"]`).click();
  await press(officer, 'family.assign', 'Name an officer');
  await question.tick(say('family.officerMediator', 'Neutral mediator'));
  await question.select('family.colleague', 'Colleague', nameOf('mediator'));
  await question.send();
  await step(officer, 'start_tracing').click();
  await question.tick(tracingMethod.label('RELATIVE_NETWORK', reader.lang));
  await question.write('family.plan', 'The plan', 'Ask the aunt first.');
  await question.select('family.context', 'Where they are, as far as we know', relatedPersonContext.label('HOME_STATE', reader.lang));
  await question.write('family.riskNote', 'What could happen to them by being looked for', 'Neighbours who ask.');
  await look(officer, 'seen-tracing');
  await question.send();
  await step(officer, 'step').click();
  await question.select('family.method', 'Way of looking', tracingMethod.label('RELATIVE_NETWORK', reader.lang));
  await question.select('family.outcome', 'What came of it', tracingOutcome.label('LOCATED', reader.lang));
  await question.write('family.details', 'What was done and found', 'The aunt knows where she lives.');
  await question.send();
  await step(officer, 'located').click();
  await question.select(
    'family.foundBy',
    'The step that found them',
    await onlyChoice(question.field('family.foundBy', 'The step that found them')),
  );
  await question.select('family.context', 'Where they are, as far as we know', relatedPersonContext.label('HOME_STATE', reader.lang));
  await question.select('family.country', 'Country', countryName('IQ', reader.lang));
  await question.dialog.getByRole('button', { name: say('family.pointAdd', 'Add a way') }).click();
  await question.dialog.getByLabel(say('family.pointValue', 'Number or address')).fill(NUMBER);
  await look(officer, 'seen-found');
  await question.send();
}

const onlyChoice = async (select: Locator): Promise<string> => (await select.locator('option').last().innerText()).trim();

/** R-FL-05: two people look, each for themself. */
export async function identityIsSure(officer: Desk, mediator: Desk, link: string): Promise<void> {
  await mediator.page.goto(`/family-links/${link}`);
  await expect(mediator.page.getByRole('button', { name: mediator.say('family.addCard', 'Add a card') })).toBeVisible();
  for (const desk of [officer, mediator]) {
    const question = questionAt(desk);
    await press(desk, 'family.addCard', 'Add a card');
    await question.tick(`V2 · ${verificationLevel.label('V2', desk.reader.lang)}`);
    await question.write('family.how', 'What was asked or seen, and what fitted', 'Both knew the name of the street dog.');
    await look(desk, 'seen-card');
    if (desk === mediator) {
      // the officer was faster: what was written stays, and goes at the next press
      await question.press();
      await expect(
        question.dialog.getByText(desk.say('platform.together', 'Both versions are put together here. Look, then save again.')),
      ).toBeVisible();
    }
    await question.send();
  }
  await officer.page.reload();
  await step(officer, 'verify').click();
  await questionAt(officer).confirm(familyLinkEvent.label('verify', officer.reader.lang));
}

/** R-FL-06: on the risks of both sides, by somebody who reads no name. */
export async function approachIsApproved(officer: Desk, coordinator: Desk, link: string, names: readonly string[]): Promise<void> {
  const { say, reader } = officer;
  const question = questionAt(officer);
  await press(officer, 'family.assess', 'Write the risk notes');
  await question.write('family.clientRisk', 'What could happen to the client', 'None that we know of.');
  await question.write('family.relativeRisk', 'What could happen to the relative', 'She lives with people who ask questions.');
  await question.tick(riskLevel.label('LOW', reader.lang));
  await question.write('family.channel', 'The way of reaching them', 'Her own telephone, in the evening.');
  await question.tick(say('platform.yes', 'Yes'));
  await look(officer, 'seen-assessment');
  await question.send();
  await coordinator.page.goto('/family-approvals');
  const asked = coordinator.page.getByRole('article').filter({ hasText: link.slice(-6) });
  for (const name of names) await expect(asked).not.toContainText(name);
  await look(coordinator, 'seen-approval');
  const approve = familyLinkEvent.label('approve_approach', reader.lang);
  await asked.getByRole('button', { name: approve }).click();
  await questionAt(coordinator).confirm(approve);
  await expect(asked).toHaveCount(0);
}

/** R-FL-07: spoken to directly, alone and freely; then her own yes to each thing. */
export async function sisterSaysYes(officer: Desk): Promise<void> {
  const { page, say, reader } = officer;
  const question = questionAt(officer);
  await page.reload();
  await step(officer, 'approach').click();
  for (const yes of ['spoken', 'alone'] as const) await yesTo(officer, yes);
  await question.tick(duressCheck.label('PASSED', reader.lang));
  await question.tick(say('family.noticeText', 'They know who we are, why we ask, and what becomes of what they say'));
  await look(officer, 'seen-approach');
  await question.send();
  const theirs = page.getByRole('region', { name: say('family.relativeSide', 'Relative side') });
  await saysYes(officer, theirs, 'ar', 'C22_RELATIVE_DATA');
  for (const [purpose, scope] of YES) await saysYes(officer, theirs, 'ar', purpose, scope);
  await step(officer, 'relative_consents').click();
  await question.confirm(familyLinkEvent.label('relative_consents', reader.lang));
  await look(officer, 'seen-both-agreed');
}

const ASKED = { spoken: 'Did we speak with them directly?', alone: 'Were they alone?' };
const yesTo = ({ page, say }: Desk, which: keyof typeof ASKED): Promise<void> =>
  page
    .getByRole('radiogroup', { name: say(`family.${which}`, ASKED[which]) })
    .getByLabel(say('platform.yes', 'Yes'))
    .check();

/** Nothing is carried before the client was told that no answer can mean anything, and said that they understood. */
export async function messagesBegin(officer: Desk, worker: Desk): Promise<void> {
  const { say, reader } = officer;
  const question = questionAt(officer);
  const act = familyLinkEvent.label('start_mediation', reader.lang);
  await step(officer, 'start_mediation').click();
  await question.select('family.mediator', 'Mediator', nameOf('mediator'));
  await question.press();
  await expect(question.dialog.locator('app-problem')).toBeVisible();
  await look(officer, 'seen-not-warned');
  await worker.page.getByRole('button', { name: say('family.warn', 'Read it out') }).click();
  const read = questionAt(worker);
  await expect(read.dialog.locator('blockquote')).toBeVisible();
  await read.tick(say('family.understood', 'They said that they understood'));
  await look(worker, 'seen-warning');
  await read.send('consents.record', 'Record');
  await question.send();
  await expect(officer.page.getByRole('button', { name: act })).toHaveCount(0);
}

/** A day and a time of an office, as they are typed. */
export async function momentIsTyped({ page, say, reader }: Desk, on: string, at: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const day = dialog.locator('app-moment-input .date-input input');
  await day.fill(typedDay(reader.lang, on));
  await day.blur();
  await dialog.getByLabel(say('platform.clock', 'Time, 24 hours')).fill(at);
}

/** R-FL-18: both were prepared, and somebody of us is there. */
export async function callIsAgreed(officer: Desk, on: string): Promise<void> {
  const { say, reader } = officer;
  const question = questionAt(officer);
  await press(officer, 'family.noteContact', 'Note a contact');
  await question.select('family.contactKind', 'Kind', contactStep.label('SUPPORTED_CALL', reader.lang));
  await momentIsTyped(officer, on, '10:00');
  await question.write('family.supporter', 'Who of us is there', nameOf('links'));
  await question.tick(say('family.prepared', 'Both were prepared'));
  await look(officer, 'seen-call');
  await question.send();
}

/** Each of the two is asked how it was. */
export async function bothAreAsked(officer: Desk): Promise<void> {
  const { reader } = officer;
  const question = questionAt(officer);
  for (const side of linkSide.codes) {
    await press(officer, 'family.checkIn', 'How was it?');
    await question.tick(linkSide.label(side, reader.lang), contactEffect.label('GOOD', reader.lang));
    await question.send();
  }
}

/** She takes back whatever she said yes to. */
export async function sisterWithdraws(officer: Desk): Promise<void> {
  const { page, say } = officer;
  const question = questionAt(officer);
  const takeBack = say('consents.withdraw', 'Take back');
  const standing = page.getByRole('region', { name: say('family.relativeSide', 'Relative side') }).getByRole('button', { name: takeBack });
  await expect(standing).toHaveCount(YES.length + 1);
  for (let left = await standing.count(); left > 0; left = await standing.count()) {
    await standing.first().click();
    await question.send('consents.withdraw', 'Take back');
    await expect.poll(() => standing.count()).toBeLessThan(left);
  }
}

/** Both said yes to it, and a message has reached each of them: from now on it takes three days. */
export async function directContactIsAgreed(officer: Desk, link: string): Promise<void> {
  const { page, say, reader } = officer;
  const act = familyLinkEvent.label('agree_direct', reader.lang);
  await page.goto(`/family-links/${link}`);
  await step(officer, 'agree_direct').click();
  await questionAt(officer).confirm(act);
  await expect(page.getByText(say('family.coolingUntil', 'No direct contact before'))).toBeVisible();
  await look(officer, 'seen-cooling');
}

/** By the officer, in the one neutral sentence; the screen does it for nobody. */
export async function callIsCalledOff(officer: Desk): Promise<void> {
  const { page, say } = officer;
  await press(officer, 'family.callOff', 'Call it off');
  await look(officer, 'seen-calling-off');
  await questionAt(officer).send('family.callOff', 'Call it off');
  await expect(page.getByText(say('family.calledOff', 'called off'), { exact: true })).toBeVisible();
}
