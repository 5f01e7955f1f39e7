import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import {
  DeathInput,
  DeathNewsInput,
  FindingInput,
  ReasonInput,
  TracingPlanInput,
  TracingStepInput,
  VerificationInput,
} from '@panah/contracts/family-steps.contract';
import { notListed } from '@panah/domain/family/tracing.rules';
import {
  relatedPersonContext,
  type TracingMethod,
  tracingMethod,
  tracingOutcome,
  verificationLevel,
} from '@panah/domain/vocabulary/family';
import { type Choice, choicesOf } from '../platform/form/choices';
import { countryChoices } from '../platform/form/place-choices';
import { readerLanguage } from '../platform/reader/language';
import { ContactPointsField } from './contact-points-field';
import { type Asked, eventLabel, type LinkAct, posted } from './link-act';
import { NoInput } from './no-input';

const METHODS = choicesOf(tracingMethod);
const LEVELS = choicesOf(verificationLevel).map(({ code, label }) => ({ code, label: `${code} · ${label}` }));
const CONTEXT = {
  name: 'context',
  kind: 'select',
  label: $localize`:@@family.context:Where they are, as far as we know`,
  choices: choicesOf(relatedPersonContext),
} as const;

/** The tracing steps of a link with one of these outcomes, to choose from. */
const stepsOf = ({ link, sayDay }: Asked, outcomes: readonly string[]): readonly Choice[] =>
  link.tracing
    .filter(({ outcome }) => outcomes.includes(outcome))
    .map(({ id, method, on }) => ({
      code: id,
      label: `${tracingMethod.has(method) ? tracingMethod.label(method, readerLanguage()) : method} · ${sayDay(on)}`,
    }));

/** Ways that the client’s yes to looking lists (R-FL-19). */
function allowedWays({ client }: FamilyLinkView): readonly Choice[] {
  const yes = client.consents.find(({ purpose, state }) => purpose === 'C08_TRACING' && state === 'ACTIVE');
  return METHODS.filter(({ code }) => notListed([code as TracingMethod], yes?.scope ?? []).length === 0);
}

/** Looking for somebody, until it is sure who was found. */
export const LOOKING_ACTS: Readonly<Record<string, LinkAct>> = {
  start_tracing: {
    label: eventLabel('start_tracing'),
    ask: (asked) =>
      posted(asked, 'tracing', {
        title: eventLabel('start_tracing'),
        text: $localize`:@@family.traceText:Only in the ways that the client agreed to. Whoever is asked does not learn who wants to know.`,
        contract: TracingPlanInput,
        fields: [
          { name: 'methods', kind: 'checks', label: $localize`:@@family.methods:Ways of looking`, choices: allowedWays(asked.link) },
          { name: 'plan', kind: 'area', label: $localize`:@@family.plan:The plan` },
          CONTEXT,
          {
            name: 'riskNote',
            kind: 'area',
            label: $localize`:@@family.riskNote:What could happen to them by being looked for`,
            hint: $localize`:@@family.riskNoteHint:Needed where that can harm them.`,
            optional: true,
          },
        ],
      }),
  },
  step: {
    label: eventLabel('step'),
    ask: (asked) =>
      posted(asked, 'tracing-steps', {
        title: eventLabel('step'),
        contract: TracingStepInput,
        start: { on: asked.today, outcome: 'PENDING' },
        fields: [
          {
            name: 'method',
            kind: 'select',
            label: $localize`:@@family.method:Way of looking`,
            choices: METHODS.filter(({ code }) => !asked.link.methods.length || asked.link.methods.includes(code)),
          },
          { name: 'on', kind: 'day', label: $localize`:@@family.day:Day` },
          { name: 'outcome', kind: 'select', label: $localize`:@@family.outcome:What came of it`, choices: choicesOf(tracingOutcome) },
          { name: 'details', kind: 'area', label: $localize`:@@family.details:What was done and found` },
          {
            name: 'externalRef',
            kind: 'text',
            label: $localize`:@@family.externalRef:Number at another organisation`,
            optional: true,
            ltr: true,
          },
        ],
      }),
  },
  located: {
    label: eventLabel('located'),
    ask: (asked) =>
      posted(asked, 'finding', {
        title: $localize`:@@family.foundTitle:Somebody was found`,
        text: $localize`:@@family.foundText:The client is not told by this, and sees nothing of it. First it is made sure that it is the person.`,
        contract: FindingInput,
        start: { contactPoints: [] },
        fields: [
          {
            name: 'tracingStepId',
            kind: 'select',
            label: $localize`:@@family.foundBy:The step that found them`,
            choices: stepsOf(asked, ['LOCATED']),
          },
          CONTEXT,
          { name: 'country', kind: 'select', label: $localize`:@@family.country:Country`, choices: countryChoices(), optional: true },
          {
            name: 'contactPoints',
            kind: 'own',
            component: ContactPointsField,
            group: true,
            label: $localize`:@@family.contactPoints:How they are reached`,
            optional: true,
          },
        ],
      }),
  },
  deceased: {
    label: eventLabel('deceased'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'death', {
        title: eventLabel('deceased'),
        text: $localize`:@@family.deathText:Confirmed, or reported twice by sources that do not come from one another. Nobody is told before there is a plan for it.`,
        contract: DeathInput,
        start: { independent: false, tracingStepIds: [] },
        fields: [
          {
            name: 'tracingStepIds',
            kind: 'checks',
            label: $localize`:@@family.deathSteps:What it rests on`,
            choices: stepsOf(asked, ['DECEASED_REPORTED', 'DECEASED_CONFIRMED']),
          },
          {
            name: 'independent',
            kind: 'check',
            label: $localize`:@@family.sources:The sources`,
            beside: $localize`:@@family.independent:They do not come from one another`,
          },
          { name: 'who', kind: 'text', label: $localize`:@@family.deathWho:Who tells it` },
          { name: 'where', kind: 'text', label: $localize`:@@family.deathWhere:Where` },
          { name: 'support', kind: 'text', label: $localize`:@@family.deathSupport:Who is beside them` },
        ],
      }),
  },
  inform: {
    label: eventLabel('inform'),
    ask: (asked) =>
      posted(asked, 'death-news', {
        title: eventLabel('inform'),
        text: $localize`:@@family.deathNewsText:In person, and never by telephone, message or notice.`,
        contract: DeathNewsInput,
        start: { on: asked.today, clientWantsToKnow: false, supportPresent: false, inPerson: false },
        fields: [
          { name: 'on', kind: 'day', label: $localize`:@@family.day:Day` },
          { name: 'clientWantsToKnow', kind: 'check', label: $localize`:@@family.wantedToKnow:The client wanted to know` },
          { name: 'supportPresent', kind: 'check', label: $localize`:@@family.wasBeside:Somebody was beside them` },
          { name: 'inPerson', kind: 'check', label: $localize`:@@family.wasInPerson:It was told in person` },
        ],
      }),
  },
  not_found: {
    label: eventLabel('not_found'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'not-found', {
        title: eventLabel('not_found'),
        text: $localize`:@@family.notFoundText:After three different ways. The client hears the one answer on its day, as everybody does.`,
        act: eventLabel('not_found'),
        danger: true,
        contract: NoInput,
        fields: [],
      }),
  },
  verify: {
    label: eventLabel('verify'),
    ask: (asked) =>
      posted(asked, 'verified', {
        title: $localize`:@@family.verifiedTitle:It is the person`,
        text: $localize`:@@family.verifiedText:V2 or more, by the cards below. Where they are in danger, two people have looked.`,
        act: eventLabel('verify'),
        contract: NoInput,
        fields: [],
      }),
  },
  verification: {
    label: $localize`:@@family.addCard:Add a card`,
    ask: (asked) =>
      posted(asked, 'verifications', {
        title: $localize`:@@family.cardTitle:How sure is it?`,
        contract: VerificationInput,
        start: { context: asked.link.relative.context ?? '' },
        fields: [
          { name: 'level', kind: 'choice', label: $localize`:@@family.level:Level`, choices: LEVELS },
          { name: 'how', kind: 'area', label: $localize`:@@family.how:What was asked or seen, and what fitted` },
          CONTEXT,
        ],
      }),
  },
  false_match: {
    label: eventLabel('false_match'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'false-match', {
        title: eventLabel('false_match'),
        text: $localize`:@@family.falseText:We go on looking. What we know of the one who was found goes after thirty days.`,
        act: eventLabel('false_match'),
        danger: true,
        contract: ReasonInput,
        fields: [{ name: 'reason', kind: 'area', label: $localize`:@@family.why:Why` }],
      }),
  },
};
