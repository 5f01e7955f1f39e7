import {
  PlacementAcceptanceInput,
  PlacementArrivalInput,
  PlacementDepartureInput,
  PlacementDeclineInput,
  PlacementNextPlanInput,
  PlacementNoticeInput,
  PlacementOfferInput,
  PlacementReleaseInput,
  PlacementRelocationInput,
} from '@panah/contracts/placement-steps.contract';
import { PlacementRequestInput, type PlacementView } from '@panah/contracts/housing.contract';
import { scopeOf, usualScopeOf } from '@panah/domain/consents/purposes';
import { consentScope } from '@panah/domain/vocabulary/consents';
import {
  accessibilityFeature,
  destination,
  moveOutReason,
  offerDeclineReason,
  placementConstraint,
  placementEndReason,
  placementKind,
} from '@panah/domain/vocabulary/housing';
import { type Choice, choicesOf } from '../platform/form/choices';
import type { FormQuestion, UsualField } from '../platform/form/form-question';
import type { HousingApi } from './housing.api';
import { HOUSING_FIELDS } from './housing.texts';

type Asked = Omit<FormQuestion<PlacementView>, 'send'> & { noun: string };

const field = (kind: UsualField['kind'], name: string, label: string, more: Partial<UsualField> = {}): UsualField => ({
  kind,
  name,
  label,
  ...more,
});
const WHY = $localize`:@@housing.why:Why`;
const LEFT_ON = $localize`:@@housing.movedOutOn:Moved out on`;
const TO = $localize`:@@housing.destination:Where to`;
const NEXT = $localize`:@@housing.nextPlan:What comes next`;
const OPTIONAL = { optional: true } as const;

/** What is asked of the person and the file before somebody looks for a place. */
export const requestSheet = (
  api: HousingApi,
  caseId: string,
  before: PlacementView | null,
  today: string,
): FormQuestion<PlacementView> => ({
  title: before ? $localize`:@@housing.editRequest:Change the request` : $localize`:@@housing.request:Ask for a place`,
  text: $localize`:@@housing.requestText:Housing does not depend on counselling, sobriety or what somebody thinks of the group.`,
  contract: PlacementRequestInput,
  start: requestStart(before, today),
  texts: HOUSING_FIELDS,
  // cities that nobody opened are not sent: they stay as they were
  onlyGiven: true,
  version: before?.version ?? 0,
  send: (input, intent, version) => (before ? api.editRequest(before.id, input, version) : api.request(caseId, input, intent)),
  meanwhile: async () => {
    const now = before && (await api.placement(before.id));
    return now && { start: requestStart(now, today), version: now.version };
  },
  fields: [
    field('select', 'kind', $localize`:@@housing.kind:Kind of place`, { choices: choicesOf(placementKind) }),
    field('day', 'neededFrom', $localize`:@@housing.neededFrom:From`),
    field('day', 'neededUntil', $localize`:@@housing.neededUntil:Until`, OPTIONAL),
    field('number', 'householdSize', $localize`:@@housing.household:How many people`),
    field('checks', 'constraints', $localize`:@@housing.constraints:What matters`, {
      choices: choicesOf(placementConstraint),
      ...OPTIONAL,
    }),
    field('checks', 'accessibility', $localize`:@@housing.accessibility:Needed to get in and about`, {
      choices: choicesOf(accessibilityFeature),
      ...OPTIONAL,
    }),
    field('list', 'avoidCities', $localize`:@@housing.avoidCities:Cities to be avoided`, {
      ...OPTIONAL,
      hint: $localize`:@@housing.avoidHint:With commas between them. Shown to nobody without a reason; left empty they stay as they were.`,
    }),
    field('area', 'wishes', $localize`:@@housing.wishes:Wishes`, OPTIONAL),
  ],
});

const requestStart = (before: PlacementView | null, today: string): object => ({
  kind: before?.kind,
  neededFrom: before?.neededFrom ?? today,
  neededUntil: before?.neededUntil,
  householdSize: before?.householdSize ?? 1,
  constraints: before?.constraints,
  accessibility: before?.accessibility,
  wishes: before?.wishes,
});

const releaseSheet = (noun: string, title: string): Asked => ({
  noun,
  title,
  contract: PlacementReleaseInput,
  act: title,
  fields: [field('select', 'reason', WHY, { choices: choicesOf(placementEndReason).filter(({ code }) => code !== 'HOLD_EXPIRED') })],
});

export const scopeChoices = (): Choice[] =>
  choicesOf(consentScope).filter(({ code }) => scopeOf('C05_HOUSING').some((each) => each === code));
export const usualScope = (): string[] => usualScopeOf('C05_HOUSING').slice(0, 2);

/** A step as a question; null for one that asks nothing. */
export function stepSheet(
  api: HousingApi,
  event: string,
  placement: PlacementView,
  today: string,
  languages: readonly Choice[],
): FormQuestion<PlacementView> | null {
  const asked = askedBy(event, placement, today, languages);
  if (!asked) return null;
  const { noun, ...question } = asked;
  return { ...question, texts: HOUSING_FIELDS, send: (input, intent) => api.step(placement.id, noun, input, intent) };
}

/** What each step asks; those that ask nothing are not here. */
function askedBy(event: string, placement: PlacementView, today: string, languages: readonly Choice[]): Asked | null {
  const spoken = languages.filter(({ code }) => placement.languages.includes(code));
  const sheets: Readonly<Record<string, () => Asked>> = {
    release: () => releaseSheet('release', $localize`:@@housing.release:Give the place back`),
    cancel: () => releaseSheet('cancellation', $localize`:@@housing.cancel:End the request`),
    offer: () => ({
      noun: 'offer',
      title: $localize`:@@housing.offer:Offer the place`,
      text: $localize`:@@housing.offerText:The provider is told this, and nothing else. The consent must cover each of it.`,
      contract: PlacementOfferInput,
      start: { scope: usualScope() },
      act: $localize`:@@housing.offer:Offer the place`,
      fields: [field('checks', 'scope', $localize`:@@housing.scope:The provider is told`, { choices: scopeChoices() })],
    }),
    accept: () => ({
      noun: 'acceptance',
      title: $localize`:@@housing.accept:The person accepts`,
      contract: PlacementAcceptanceInput,
      start: { rulesLanguage: spoken[0]?.code },
      act: $localize`:@@housing.reserve:Reserve the place`,
      fields: [
        field('check', 'agreed', $localize`:@@housing.agreed:The person said yes`),
        field('select', 'rulesLanguage', $localize`:@@housing.rulesLanguage:The rules of the house were explained in`, { choices: spoken }),
      ],
    }),
    decline: () => ({
      noun: 'decline',
      title: $localize`:@@housing.decline:The person declines`,
      text: $localize`:@@housing.declineText:Nobody moves down the list for it.`,
      contract: PlacementDeclineInput,
      act: $localize`:@@housing.decline:The person declines`,
      fields: [field('select', 'reason', WHY, { choices: choicesOf(offerDeclineReason) })],
    }),
    move_in: () => ({
      noun: 'arrival',
      title: $localize`:@@housing.moveIn:Moved in`,
      contract: PlacementArrivalInput,
      start: { movedInOn: today },
      act: $localize`:@@housing.moveIn:Moved in`,
      fields: [
        field('day', 'movedInOn', $localize`:@@housing.movedInOn:Moved in on`),
        field('check', 'inventoryDone', $localize`:@@housing.inventory:The inventory is written down`),
        field('check', 'keysGiven', $localize`:@@housing.keys:The keys are handed over`),
        field('text', 'tenancy', $localize`:@@housing.tenancy:Contract or papers`, OPTIONAL),
        field('text', 'contribution', $localize`:@@housing.contribution:Own contribution`, OPTIONAL),
      ],
    }),
    give_notice: () => ({
      noun: 'notice',
      title: $localize`:@@housing.giveNotice:Set the end of the stay`,
      contract: PlacementNoticeInput,
      start: { nextPlan: placement.nextPlan },
      act: $localize`:@@housing.giveNotice:Set the end of the stay`,
      fields: [
        field('day', 'plannedEndOn', $localize`:@@housing.plannedEnd:Planned end`),
        field('area', 'nextPlan', NEXT, {
          ...OPTIONAL,
          hint: $localize`:@@housing.nextHint:Needed when the end is within 30 days.`,
        }),
      ],
    }),
    plan_next: () => ({
      noun: 'next-plan',
      title: $localize`:@@housing.planNext:Plan what comes next`,
      contract: PlacementNextPlanInput,
      start: { nextPlan: placement.nextPlan },
      fields: [field('area', 'nextPlan', NEXT)],
    }),
    move_out: () => ({
      noun: 'departure',
      title: $localize`:@@housing.moveOut:Moved out`,
      contract: PlacementDepartureInput,
      start: { movedOutOn: today },
      act: $localize`:@@housing.moveOut:Moved out`,
      fields: [
        field('day', 'movedOutOn', LEFT_ON),
        field('select', 'reason', WHY, { choices: choicesOf(moveOutReason) }),
        field('select', 'destination', TO, { choices: choicesOf(destination) }),
        field('check', 'carePlanned', $localize`:@@housing.carePlanned:Of a hospital or a care home: it was planned`),
      ],
    }),
    emergency_relocate: () => ({
      noun: 'relocation',
      title: $localize`:@@housing.relocate:Leave at once: not safe`,
      text: $localize`:@@housing.relocateText:The unit is closed as known to others, the risk of all who live there is looked at within a day, and another place is asked for.`,
      contract: PlacementRelocationInput,
      start: { movedOutOn: today },
      act: $localize`:@@housing.relocate:Leave at once: not safe`,
      danger: true,
      fields: [
        field('day', 'movedOutOn', LEFT_ON),
        field('select', 'destination', TO, { choices: choicesOf(destination) }),
        field('area', 'what', $localize`:@@housing.whatHappened:What happened`),
      ],
    }),
  };
  return sheets[event]?.() ?? null;
}

/** What the buttons of the steps say. */
export const STEP_LABELS: Readonly<Record<string, string>> = {
  match: $localize`:@@housing.match:Look for a place`,
  direct_emergency: $localize`:@@housing.emergency:A roof tonight`,
  cancel: $localize`:@@housing.cancel:End the request`,
  offer: $localize`:@@housing.offer:Offer the place`,
  release: $localize`:@@housing.release:Give the place back`,
  accept: $localize`:@@housing.accept:The person accepts`,
  decline: $localize`:@@housing.decline:The person declines`,
  move_in: $localize`:@@housing.moveIn:Moved in`,
  give_notice: $localize`:@@housing.giveNotice:Set the end of the stay`,
  withdraw_notice: $localize`:@@housing.withdrawNotice:The stay goes on`,
  move_out: $localize`:@@housing.moveOut:Moved out`,
  emergency_relocate: $localize`:@@housing.relocate:Leave at once: not safe`,
  plan_next: $localize`:@@housing.planNext:Plan what comes next`,
  edit: $localize`:@@housing.editRequest:Change the request`,
};
