import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

const incomplete = $localize`:@@asylum.problemIncomplete:Something is missing or does not fit. The field says what; nothing was written.`;

/** What the server refuses about claims, deadlines and permits, in words. */
export const ASYLUM_PROBLEMS: ProblemTextsByCode = {
  'claim-incomplete': incomplete,
  'decision-incomplete': incomplete,
  'deadline-incomplete': incomplete,
  'permit-incomplete': incomplete,
  'profile-value': incomplete,
  'deadline-before-trigger': $localize`:@@asylum.problemTrigger:A deadline does not lie before what it counts from.`,
  'deadline-not-over': $localize`:@@asylum.problemNotOver:This deadline can still be kept.`,
  'claim-open-already': $localize`:@@asylum.problemOpen:There is an open claim of this kind in this country already.`,
  'second-interview': $localize`:@@asylum.problemSecond:A second interview is set by the legal adviser.`,
  'consent-missing': $localize`:@@asylum.problemConsent:No consent covers this. Ask the person first: purpose C04, this recipient, these things.`,
  'may-not-receive': $localize`:@@asylum.problemReceive:This representative receives no files now.`,
  'same-person': $localize`:@@asylum.problemSame:Whoever entered a rule does not verify it. Ask a colleague.`,
};

const MISSING = $localize`:@@asylum.ruleMissing:Missing`;
const FUTURE = $localize`:@@asylum.ruleFuture:Lies ahead`;
const BEFORE = $localize`:@@asylum.ruleBefore:Lies before the step before`;
const DECISION = $localize`:@@asylum.ruleDecision:Lies before the decision`;
const TRIGGER = $localize`:@@asylum.ruleTrigger:Lies before what it counts from`;
const LATER = $localize`:@@asylum.ruleLater:Has to be later than now`;
const FITS = $localize`:@@asylum.ruleFits:Does not fit this step`;
const UNKNOWN = $localize`:@@asylum.ruleUnknown:Not on this file`;
const START = $localize`:@@asylum.ruleStart:Lies before the beginning`;

const EVERY: Readonly<Record<string, string>> = {
  missing: MISSING,
  'in-future': FUTURE,
  'before-previous': BEFORE,
  'before-decision': DECISION,
  'before-trigger': TRIGGER,
  'not-later': LATER,
  'does-not-fit': FITS,
  unknown: UNKNOWN,
  'before-start': START,
  'has-no-end': $localize`:@@asylum.ruleNoEnd:It has no end`,
  'not-over': $localize`:@@asylum.ruleNotOver:Can still be kept`,
  'after-deadline': $localize`:@@asylum.ruleAfter:Lies after the deadline`,
  'late-needs-reason': $localize`:@@asylum.ruleLate:Late: say why`,
  'decided-before': $localize`:@@asylum.ruleDecided:Decided before: choose a subsequent application`,
  'not-a-decided-claim': $localize`:@@asylum.ruleLink:Not a decided claim of this country`,
  'documents-missing': $localize`:@@asylum.ruleDocuments:Documents have to be among the things consented to`,
  isIn: $localize`:@@asylum.ruleChoose:Choose one`,
};

/** The words of this room for rules that only the server knows, the same for every field. */
export const textsFor = (fields: readonly string[]): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(fields.map((field) => [field, EVERY]));
