import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

export const SPECIALIST_PROBLEMS: ProblemTextsByCode = {
  'already-asked': $localize`:@@specialists.problemAsked:This specialty has been asked already, and has not answered yet.`,
  'on-team-already': $localize`:@@specialists.problemOnTeam:You stand on this team already, or have been asked to join it.`,
  'counsellor-is-primary-worker': $localize`:@@specialists.problemCounsellor:The primary worker cannot be the counsellor of the same person. Somebody else takes this up.`,
  'title-not-neutral': $localize`:@@specialists.problemNeutral:Others read this question before they know whom it is about: name nobody and judge nobody.`,
  'not-suitable': $localize`:@@specialists.problemSuitable:Somebody named here does not hold this specialty in the office.`,
  'kind-missing': $localize`:@@specialists.problemKind:Say what kind of tie it is. Only the coordinator sees it.`,
};

/** Words of this room for rules, by field. */
export const SPECIALIST_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  specialty: {
    isIn: $localize`:@@specialists.ruleChoose:Choose one`,
    alreadyAsked: $localize`:@@specialists.ruleAsked:Asked already`,
  },
  urgency: { isIn: $localize`:@@specialists.ruleChoose:Choose one` },
  language: { isIn: $localize`:@@specialists.ruleChoose:Choose one` },
  question: {
    isLength: $localize`:@@specialists.ruleQuestion:One or two sentences`,
    'names-a-person': $localize`:@@specialists.ruleNames:Name nobody here`,
    'hurtful-word': $localize`:@@specialists.ruleVerdict:Choose a neutral word`,
  },
  answer: { isIn: $localize`:@@specialists.ruleChoose:Choose one` },
  kind: { missing: $localize`:@@specialists.ruleChoose:Choose one`, isIn: $localize`:@@specialists.ruleChoose:Choose one` },
};
