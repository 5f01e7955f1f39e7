import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses about risk and safety, in words. */
export const RISK_PROBLEMS: ProblemTextsByCode = {
  'risk-incomplete': $localize`:@@risk.problemIncomplete:Something is still missing. It stands beside the fields; nothing was lost.`,
  'older-than-what-stands': $localize`:@@risk.problemOlder:What was seen earlier does not lower what was seen since. Assess anew as it is today.`,
  'level-below-floor': $localize`:@@risk.problemFloor:These factors do not allow so low a level by itself. Say why it is right; then a coordinator looks at it.`,
  'self-harm-unanswered': $localize`:@@risk.problemSelfHarm:There are thoughts of self-harm. Say first what was done, and who was told.`,
  'safety-plan-incomplete': $localize`:@@risk.problemPlan:Something is still missing in the plan. It stands beside the fields; nothing was lost.`,
  'copy-not-safe': $localize`:@@risk.problemCopy:A copy leaves the house only when the person says that holding it is safe.`,
  'same-person': $localize`:@@risk.problemSamePerson:This needs a second person. Ask a colleague.`,
};

const MISSING = $localize`:@@risk.ruleMissing:Missing`;

/** The words of this room for rules that only the server knows. */
export const RISK_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ratings: { incomplete: $localize`:@@risk.ruleRatings:Rate each factor; “not known” is an answer` },
  notes: { missing: $localize`:@@risk.ruleNotes:Say a word about each factor that is there now` },
  sources: { missing: MISSING },
  worries: { missing: MISSING },
  ownScale: { missing: MISSING },
  level: { missing: MISSING, 'below-floor': $localize`:@@risk.ruleFloor:Below the lowest level` },
  levelReason: { missing: MISSING },
  overrideReason: { missing: MISSING },
  actionTaken: { missing: MISSING },
  toldWhom: { missing: MISSING },
  assessedAt: {
    'in-future': $localize`:@@risk.ruleFuture:Lies ahead`,
    older: $localize`:@@risk.ruleOlder:Before the assessment that stands`,
  },
  measures: { missing: MISSING, 'owner-missing': $localize`:@@risk.ruleOwner:Say who sees to each measure, and what “other” means` },
  callFirst: { missing: MISSING },
  declinedBecause: { missing: MISSING },
  copyIsSafe: { 'copy-not-safe': $localize`:@@risk.ruleCopy:Only when it is safe to hold it` },
  validFrom: { 'in-future': $localize`:@@risk.ruleFuture:Lies ahead` },
  reviewOn: {
    'not-after-beginning': $localize`:@@risk.ruleReview:Has to lie ahead, after the beginning`,
    'too-late': $localize`:@@risk.ruleReviewLate:At most 90 days ahead`,
  },
};
