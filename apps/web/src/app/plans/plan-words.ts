import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

export const PLAN_PROBLEMS: ProblemTextsByCode = {
  'plan-missing': $localize`:@@plans.problemMissing:There is no plan yet. Begin one first.`,
  'plan-incomplete': $localize`:@@plans.problemIncomplete:The plan is not whole yet. What is missing stands beside each field.`,
  'plan-contradicts': $localize`:@@plans.problemContradicts:Something in the plan contradicts itself. It stands beside the field.`,
  'owner-not-on-team': $localize`:@@plans.problemOwner:An action belongs to somebody who stands on this case team. Ask them to join first.`,
  'need-known': $localize`:@@plans.problemNeedKnown:This need is open already. Change that one.`,
  'needs-missing': $localize`:@@plans.problemNeeds:Write down what the person needs, or say that they need nothing.`,
  'progress-incomplete': $localize`:@@plans.problemBlocked:Say what stands in the way.`,
};

/** Words for the rules of a plan, whatever the field. */
export const PLAN_TEXTS: Readonly<Record<string, string>> = {
  missing: $localize`:@@plans.ruleMissing:This is still missing`,
  'in-past': $localize`:@@plans.rulePast:Name a day that lies ahead`,
  'too-far': $localize`:@@plans.ruleTooFar:Too far ahead. Look at the year.`,
  'below-baseline': $localize`:@@plans.ruleLevel:Not below where they stand now`,
  'after-goal': $localize`:@@plans.ruleAfterGoal:After the day of its goal`,
  'twice-the-same': $localize`:@@plans.ruleTwice:The same twice`,
  'not-on-team': $localize`:@@plans.ruleOwner:Not on the team yet`,
  'already-open': $localize`:@@plans.ruleKnown:Open already`,
  'in-future': $localize`:@@plans.ruleFuture:This day lies ahead`,
  isIn: $localize`:@@plans.ruleChoose:Choose one`,
  matches: $localize`:@@plans.ruleDay:Name a day`,
};

/** What changed, as the difference says it. */
const FIELDS: Readonly<Record<string, string>> = {
  participation: $localize`:@@plans.participation:The person’s part`,
  participationReason: $localize`:@@plans.participationReason:Why`,
  agreement: $localize`:@@plans.agreement:Their agreement`,
  copyGiven: $localize`:@@plans.copyGiven:A copy for them`,
  domain: $localize`:@@plans.domain:Part of life`,
  statement: $localize`:@@plans.statement:In their words`,
  baseline: $localize`:@@plans.baseline:Now`,
  target: $localize`:@@plans.target:Wanted`,
  targetOn: $localize`:@@plans.targetOn:By`,
  needIds: $localize`:@@plans.needs:Needs it answers`,
  type: $localize`:@@plans.actionType:Kind`,
  text: $localize`:@@plans.actionText:What is done`,
  ownerKind: $localize`:@@plans.actionOwner:Who does it`,
  ownerId: $localize`:@@plans.actionColleague:Which colleague`,
  dueOn: $localize`:@@plans.actionDue:By`,
};

export const fieldWords = (field: string): string => FIELDS[field] ?? field;
