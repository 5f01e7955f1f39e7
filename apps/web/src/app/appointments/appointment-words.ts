import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

export const APPOINTMENT_PROBLEMS: ProblemTextsByCode = {
  'title-not-neutral': $localize`:@@tasks.problemTitle:A title names nobody and judges nobody: others may see it over your shoulder. Write it in neutral words.`,
  'owner-not-on-team': $localize`:@@tasks.problemOwner:Only somebody who stands on this case team can do this. Ask them to join first.`,
  'appointment-time': $localize`:@@tasks.problemTime:An appointment lies ahead, within two years.`,
  'appointment-ahead': $localize`:@@tasks.problemAhead:This appointment has not begun yet.`,
  'no-such-time': $localize`:@@tasks.problemNoSuchTime:On that day the clock is put forward: this time does not exist there. Choose another.`,
  'time-zone': $localize`:@@tasks.problemZone:This time zone is not known.`,
};

/** Words for the rules that only the server knows, by field. */
export const APPOINTMENT_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  title: {
    'names-a-person': $localize`:@@tasks.ruleNames:Name nobody here`,
    'hurtful-word': $localize`:@@tasks.ruleVerdict:Choose a neutral word`,
  },
  on: {
    'in-past': $localize`:@@tasks.rulePast:Name a day that lies ahead`,
    'too-far': $localize`:@@tasks.ruleFar:At most two years ahead`,
    matches: $localize`:@@tasks.ruleDay:Name a day`,
  },
  at: {
    matches: $localize`:@@tasks.ruleTime:Write hours and minutes: 09:30`,
    'no-such-time': $localize`:@@tasks.ruleNoSuchTime:This time does not exist on that day`,
  },
  timeZone: { unknown: $localize`:@@tasks.ruleZone:Not known` },
  ownerId: { 'not-on-team': $localize`:@@tasks.ruleOwner:Not on the team yet`, missing: $localize`:@@tasks.ruleChoose:Choose one` },
};
