import { misfit } from '@panah/domain/vocabulary/housing';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';

const reasons = (codes: unknown): string =>
  (Array.isArray(codes) ? codes : []).map((code: string) => (misfit.has(code) ? misfit.label(code, readerLanguage()) : code)).join('; ');

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const HOUSING_PROBLEMS: ProblemTextsByCode = {
  'consent-missing': $localize`:@@housing.problemConsent:No consent covers telling this provider all of this now. Ask the person first: housing, this provider, these things. Nothing was told.`,
  'unit-full': $localize`:@@housing.problemFull:Somebody else was given the last place there meanwhile. Nothing was changed; look for another.`,
  'unit-does-not-fit': (facts) =>
    $localize`:@@housing.problemMisfit:This unit does not fit: ${reasons(facts['misfits'])}:reasons:. Nothing was changed.`,
  'already-requested': $localize`:@@housing.problemRequested:A place is asked for already. End that request first, or change it.`,
  'second-residence': $localize`:@@housing.problemSecond:This person lives elsewhere on that day. Record the moving out there first. Nothing was changed.`,
  'placement-days': $localize`:@@housing.problemDays:The days do not fit together. What is wrong stands beside each. Nothing was changed.`,
  'location-not-checked': $localize`:@@housing.problemLocation:Say first that somebody checked whether the place is safe for this person.`,
  'hold-over': $localize`:@@housing.problemHold:The place was held for 48 hours and is free again. Give it back and look once more.`,
  'offer-over': $localize`:@@housing.problemOffer:This offer has run out. Nothing was changed.`,
  'agreement-missing': $localize`:@@housing.problemAgreement:The person’s yes, and the rules of the house in a language of theirs, come first.`,
  'handover-missing': $localize`:@@housing.problemHandover:Inventory and keys come first.`,
  'no-emergency': $localize`:@@housing.problemCalm:This way is open at high risk, or when somebody has nowhere to sleep tonight.`,
  'next-housing-missing': $localize`:@@housing.problemNext:The end is near: say what comes next.`,
  'cities-missing': $localize`:@@housing.problemCities:Name the cities to be avoided.`,
  'placement-scope': $localize`:@@housing.problemScope:Say what the provider is told.`,
  'unit-in-use': $localize`:@@housing.problemUse:Somebody lives there, or is to. Nothing was changed.`,
  'second-person-needed': $localize`:@@housing.problemPerson:Whoever said that the place is known does not say alone that it is safe again.`,
  'provider-incomplete': $localize`:@@housing.problemProvider:A provider has a name.`,
  'provider-has-units': $localize`:@@housing.problemKind:This cannot change while units hang on it.`,
  'not-a-safe-house': $localize`:@@housing.problemSafe:A safe house is marked as one.`,
  'unit-incomplete': $localize`:@@housing.problemUnit:A unit has a city and an address.`,
  'unit-of-provider': $localize`:@@housing.problemOther:A unit stays with its provider.`,
  'same-person': $localize`:@@housing.problemSame:This is the same person.`,
  'same-place': $localize`:@@housing.problemPlace:They stand there already.`,
};

const missing = $localize`:@@housing.ruleMissing:Missing`;
const inFuture = $localize`:@@housing.ruleFuture:This day lies ahead`;
const beforeStart = $localize`:@@housing.ruleStart:This is before the beginning`;

/** What may be wrong with a field, by rule. */
export const HOUSING_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  neededFrom: {
    'too-far': $localize`:@@housing.ruleFar:More than two years ahead`,
    'too-long-ago': $localize`:@@housing.ruleAgo:More than a year ago`,
  },
  neededUntil: { 'before-start': beforeStart },
  until: { 'before-start': beforeStart },
  movedInOn: {
    'in-future': inFuture,
    'before-unit': $localize`:@@housing.ruleUnit:There was no such unit on that day`,
    'second-residence': $localize`:@@housing.ruleSecond:Lives elsewhere on that day`,
  },
  movedOutOn: { 'before-start': $localize`:@@housing.ruleIn:This is before the moving in`, 'in-future': inFuture },
  plannedEndOn: { 'before-start': beforeStart, 'in-past': $localize`:@@housing.rulePast:This day has passed` },
  nextPlan: { missing },
  agreed: { missing },
  rulesLanguage: { missing, 'not-spoken': $localize`:@@housing.ruleSpoken:Not a language of this person` },
  inventoryDone: { missing },
  keysGiven: { missing },
  locationChecked: { missing },
  avoidCities: { missing },
  scope: { missing },
  name: { missing },
  city: { missing },
  address: { missing },
  capacity: { 'in-use': $localize`:@@housing.ruleUse:More people live there, or are to` },
  safeHouse: { missing, 'has-units': $localize`:@@housing.ruleUnits:Units hang on it` },
  caseRef: { same: $localize`:@@housing.ruleSame:The same person` },
};
