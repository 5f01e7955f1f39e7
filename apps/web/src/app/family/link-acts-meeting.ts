import {
  CheckInInput,
  ContactStepInput,
  FamilyClosingInput,
  FamilyDayInput,
  LinkRequestInput,
  MediationInput,
  ReasonInput,
  ReunionPlanInput,
  RouteStepInput,
  TellingInput,
} from '@panah/contracts/family-steps.contract';
import { GUARDED } from '@panah/domain/family/minor.rules';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { contactEffect, contactStep, linkSide, reunificationOutcome, reunificationRoute } from '@panah/domain/vocabulary/family';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { countryChoices } from '../platform/form/place-choices';
import { type Asked, eventLabel, stepLabel, type LinkAct, type LinkQuestion, posted } from './link-act';
import { NoInput } from './no-input';
import { ROUTE_STEPS } from './route-steps';

const SIDES = choicesOf(linkSide);
const DAY: UsualField = { name: 'on', kind: 'day', label: $localize`:@@family.day:Day` };
const WHY: UsualField = { name: 'reason', kind: 'area', label: $localize`:@@family.why:Why` };
/** R-FL-15: each step for somebody under 18 is allowed by itself. */
const FOR_WHAT: UsualField = {
  name: 'what',
  kind: 'select',
  label: $localize`:@@family.forWhat:For which step`,
  choices: GUARDED.map((step) => ({ code: step, label: stepLabel(step) })),
};
const TELLABLE = ['ALIVE_ONLY', 'COUNTRY', 'CONTACT_DETAILS'];
/** Steps that an officer notes; the others are written by what happens. */
const NOTED = ['SUPPORTED_CALL', 'SUPPORTED_VIDEO', 'PREP_SESSION', 'SUPPORTED_MEETING', 'DIRECT_CONTACT', 'FOLLOW_UP'];

const sure =
  (noun: string, event: string, text: string): LinkAct['ask'] =>
  (asked) =>
    posted(asked, noun, { title: eventLabel(event), text, act: eventLabel(event), contract: NoInput, fields: [] });

/** From the first message to a life together, and what stops it on the way. */
export const MEETING_ACTS: Readonly<Record<string, LinkAct>> = {
  start_mediation: {
    label: eventLabel('start_mediation'),
    ask: async (asked) =>
      posted(asked, 'mediation', {
        title: eventLabel('start_mediation'),
        text: $localize`:@@family.mediationText:Both agreed to messages, and the client is prepared: also for silence.`,
        contract: MediationInput,
        start: { preparedOn: asked.today },
        fields: [
          {
            name: 'mediatorId',
            kind: 'select',
            label: $localize`:@@family.mediator:Mediator`,
            choices: await asked.api.colleagues('FAMILY_LINKS'),
          },
          { name: 'preparedOn', kind: 'day', label: $localize`:@@family.preparedOn:The client was prepared on` },
        ],
      }),
  },
  tell: {
    label: stepLabel('tell'),
    ask: (asked) =>
      posted(asked, 'tellings', {
        title: $localize`:@@family.tell:Note what was told`,
        text: $localize`:@@family.tellText:Never more than the one whom it is about has allowed.`,
        contract: TellingInput,
        start: { on: asked.today },
        fields: [
          { name: 'to', kind: 'choice', inRow: true, label: $localize`:@@family.toldTo:Told to`, choices: SIDES },
          {
            name: 'what',
            kind: 'choice',
            label: $localize`:@@family.toldWhat:What of the other`,
            choices: choicesOf(consentScope).filter(({ code }) => TELLABLE.includes(code)),
          },
          DAY,
        ],
      }),
  },
  agree_direct: {
    label: eventLabel('agree_direct'),
    ask: sure(
      'direct-contact',
      'agree_direct',
      $localize`:@@family.directText:Both said yes to it, and a message has reached each of them. Seventy-two hours from now the first call can be.`,
    ),
  },
  contact: {
    label: stepLabel('contact'),
    ask: (asked) =>
      posted(asked, 'contacts', {
        title: $localize`:@@family.noteContact:Note a contact`,
        text: $localize`:@@family.contactText:Agreed on, or held. Each side is asked within seventy-two hours how it was.`,
        contract: ContactStepInput,
        start: { prepared: false },
        fields: [
          {
            name: 'step',
            kind: 'select',
            label: $localize`:@@family.contactKind:Kind`,
            choices: choicesOf(contactStep).filter(({ code }) => NOTED.includes(code)),
          },
          { name: 'at', kind: 'moment', label: $localize`:@@family.contactAt:When` },
          { name: 'supporter', kind: 'text', label: $localize`:@@family.supporter:Who of us is there` },
          { name: 'prepared', kind: 'check', label: $localize`:@@family.prepared:Both were prepared` },
        ],
      }),
  },
  plan_reunion: {
    label: eventLabel('plan_reunion'),
    ask: async (asked) =>
      posted(asked, 'reunion-plan', {
        title: eventLabel('plan_reunion'),
        contract: ReunionPlanInput,
        start: { route: asked.link.route },
        fields: [
          { name: 'safetyPlan', kind: 'area', label: $localize`:@@family.safetyPlan:Safety plan for the meeting` },
          { name: 'route', kind: 'select', label: $localize`:@@family.route:Way by law`, choices: choicesOf(reunificationRoute) },
          {
            name: 'legalCheckedBy',
            kind: 'select',
            label: $localize`:@@family.legalChecked:Looked at by`,
            choices: await asked.api.colleagues('LEGAL'),
          },
        ],
      }),
  },
  reunite: {
    label: eventLabel('reunite'),
    ask: (asked) =>
      posted(asked, 'reunion', {
        title: eventLabel('reunite'),
        text: $localize`:@@family.reuniteText:On that day both were asked once more, and said yes.`,
        contract: FamilyDayInput,
        start: { on: asked.today },
        fields: [DAY],
      }),
  },
  follow_up: {
    label: eventLabel('follow_up'),
    ask: sure('follow-up', 'follow_up', $localize`:@@family.followText:We ask again after weeks and months; the days stand on the board.`),
  },
  close: {
    label: eventLabel('close'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'closing', {
        title: eventLabel('close'),
        act: eventLabel('close'),
        danger: true,
        contract: FamilyClosingInput,
        fields: [
          {
            name: 'outcome',
            kind: 'select',
            label: $localize`:@@family.closeAs:What came of it`,
            choices: choicesOf(reunificationOutcome),
          },
        ],
      }),
  },
  pause: {
    label: eventLabel('pause'),
    ask: (asked) =>
      posted(asked, 'pause', {
        title: eventLabel('pause'),
        text: $localize`:@@family.pauseText:At once, on both sides. What is on its way waits. It remembers where it was.`,
        act: eventLabel('pause'),
        danger: true,
        contract: ReasonInput,
        fields: [WHY],
      }),
  },
  ask: {
    label: $localize`:@@family.askCoordinator:Ask a coordinator`,
    ask: (asked) =>
      posted(asked, 'request', {
        title: $localize`:@@family.askCoordinator:Ask a coordinator`,
        text: $localize`:@@family.askText:They decide without seeing a name. Write none.`,
        contract: LinkRequestInput,
        ...(asked.link.state === 'PAUSED' ? { start: { what: 'resume' }, fields: [WHY] } : { fields: [FOR_WHAT, WHY] }),
      }),
  },
  resume: {
    label: $localize`:@@family.resume:Go on`,
    ask: sure(
      'resumption',
      'resume_open',
      $localize`:@@family.resumeText:From where it was, never further: what lapsed is asked for again.`,
    ),
  },
  route: {
    label: $localize`:@@family.addRoute:Add a step`,
    ask: (asked) =>
      posted(asked, 'route-steps', {
        title: $localize`:@@family.routeTitle:A step of the authorities`,
        contract: RouteStepInput,
        start: { from: asked.today },
        fields: [
          { name: 'kind', kind: 'select', label: $localize`:@@family.routeKind:Kind`, choices: ROUTE_STEPS },
          { name: 'country', kind: 'select', label: $localize`:@@family.country:Country`, choices: countryChoices() },
          { name: 'from', kind: 'day', label: $localize`:@@family.routeFrom:Counted from` },
          {
            name: 'dueOn',
            kind: 'day',
            label: $localize`:@@family.routeDue:Due on`,
            hint: $localize`:@@family.routeDueHint:Left empty, a rule of that country computes it where there is one.`,
            optional: true,
          },
        ],
      }),
  },
};

/** R-FL-18: how it was for one of the two. */
export const checkInQuestion = (asked: Asked, contactId: string): LinkQuestion =>
  posted(asked, `contacts/${contactId}/check-in`, {
    title: $localize`:@@family.checkIn:How was it?`,
    text: $localize`:@@family.checkInText:If it did harm, both sides are paused at once.`,
    contract: CheckInInput,
    fields: [
      { name: 'side', kind: 'choice', inRow: true, label: $localize`:@@family.forWhom:For whom`, choices: SIDES },
      { name: 'effect', kind: 'choice', inRow: true, label: $localize`:@@family.effect:How it was`, choices: choicesOf(contactEffect) },
      { name: 'note', kind: 'area', label: $localize`:@@family.note:In words`, optional: true },
    ],
  });

/** Agreed calls and meetings are called off by an officer, in the same words whatever the reason. */
export const callOffQuestion = (asked: Asked, contactId: string): LinkQuestion =>
  posted(asked, `contacts/${contactId}/calling-off`, {
    title: $localize`:@@family.callOff:Call it off`,
    text: $localize`:@@family.callOffText:Tell each side this, and nothing else: “It cannot take place on this day. We will be in touch.” Nothing is sent by itself.`,
    act: $localize`:@@family.callOff:Call it off`,
    danger: true,
    contract: NoInput,
    fields: [],
  });

/** A step of the authorities is behind them. */
export const routeDoneQuestion = (asked: Asked, stepId: string): LinkQuestion =>
  posted(asked, `route-steps/${stepId}/done`, {
    title: $localize`:@@family.routeDone:Done`,
    contract: FamilyDayInput,
    start: { on: asked.today },
    fields: [DAY],
  });
