import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { DAY_AHEAD, OWNED_PROBLEMS, OWNED_TEXTS } from '../tasks/owned-work.part';

export const APPOINTMENT_PROBLEMS: ProblemTextsByCode = {
  ...OWNED_PROBLEMS,
  'appointment-time': $localize`:@@tasks.problemTime:An appointment lies ahead, within two years.`,
  'appointment-ahead': $localize`:@@tasks.problemAhead:This appointment has not begun yet.`,
  'no-such-time': $localize`:@@tasks.problemNoSuchTime:On that day the clock is put forward: this time does not exist there. Choose another.`,
  'time-zone': $localize`:@@tasks.problemZone:This time zone is not known.`,
};

/** Words for the rules that only the server knows, by field. */
export const APPOINTMENT_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...OWNED_TEXTS,
  on: DAY_AHEAD,
  at: {
    matches: $localize`:@@tasks.ruleTime:Write hours and minutes: 09:30`,
    'no-such-time': $localize`:@@tasks.ruleNoSuchTime:This time does not exist on that day`,
  },
  timeZone: { unknown: $localize`:@@tasks.ruleZone:Not known` },
};
