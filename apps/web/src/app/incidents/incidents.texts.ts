import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** The rules of a date that somebody said; the field itself says which. */
const DATE_RULES = [
  'date-not-understood',
  'year-of-two-digits',
  'calendar-unclear',
  'no-such-month',
  'no-such-day',
  'range-reversed',
  'date-too-early',
  'date-in-future',
];
const aDay = $localize`:@@incidents.problemDay:A day is not possible. The field says why; what you wrote is still here.`;

/** What the server refuses about incidents, in words. */
export const INCIDENT_PROBLEMS: ProblemTextsByCode = {
  ...Object.fromEntries(DATE_RULES.map((rule) => [rule, aDay])),
  'incident-incomplete': $localize`:@@incidents.problemIncomplete:Something is still missing before this step.`,
  'not-on-duty-list': $localize`:@@incidents.problemDuty:This step is for coordinators who stand on the duty list.`,
  'same-person': $localize`:@@incidents.problemSamePerson:Whoever reported a serious incident does not close it. Ask a colleague.`,
};

const MISSING = $localize`:@@incidents.ruleMissing:Missing`;

/** The words of this room for rules that only the server knows. */
export const INCIDENT_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  affectedCaseRefs: { 'not-in-reach': $localize`:@@incidents.ruleReach:Not a case that you can see` },
  affectedOthers: { missing: $localize`:@@incidents.ruleTouched:Say whom or what it touched, or name a case below` },
  type: { 'needs-client': $localize`:@@incidents.ruleNeedsClient:Somebody who is missing is reported in their file` },
  occurred: { 'in-future': $localize`:@@incidents.ruleFuture:Lies ahead` },
  capturedAt: { 'in-future': $localize`:@@incidents.ruleFuture:Lies ahead` },
  ownerId: {
    isUuid: $localize`:@@incidents.ruleChoose:Choose one`,
    'not-in-office': $localize`:@@incidents.ruleOffice:Does not work in this office`,
    'may-not-read': $localize`:@@incidents.ruleReads:Does not see this incident`,
  },
  dueOn: { 'in-past': $localize`:@@incidents.rulePast:Lies behind` },
  reviewOn: { 'not-in-future': $localize`:@@incidents.ruleAhead:Has to lie ahead`, missing: MISSING },
  clientInformed: { missing: $localize`:@@incidents.ruleInformed:The client knows the result first` },
  words: { missing: MISSING },
};
