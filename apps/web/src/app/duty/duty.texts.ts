import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses about duty and dangers, in words. */
export const DUTY_PROBLEMS: ProblemTextsByCode = {
  'not-open': $localize`:@@duty.problemTaken:Somebody else was quicker. What stands now is shown.`,
  'same-person': $localize`:@@duty.problemSamePerson:Whoever raised it does not settle it. Ask a colleague.`,
  'not-yours': $localize`:@@duty.problemNotYours:Somebody else has it. They hand it back, or settle it.`,
  'turn-out-of-range': $localize`:@@duty.problemTurn:A turn ends after it begins, lies ahead, and lasts two weeks at most.`,
};

export const TURN_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  staffId: {
    isUuid: $localize`:@@duty.ruleChoose:Choose one`,
    'not-on-duty-list': $localize`:@@duty.ruleNotOnList:Does not stand on the duty list`,
  },
  endsAt: {
    'not-after-beginning': $localize`:@@duty.ruleEnd:Has to end after it begins`,
    'not-in-future': $localize`:@@duty.ruleAhead:Has to lie ahead`,
    'too-long': $localize`:@@duty.ruleLong:Two weeks at most`,
    isIso8601: $localize`:@@duty.ruleTime:Day and time`,
  },
  telephone: { matches: $localize`:@@duty.ruleNumber:A number that can be dialled` },
  startsAt: { isIso8601: $localize`:@@duty.ruleTime:Day and time` },
};
