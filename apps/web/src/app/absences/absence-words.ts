import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

export const ABSENCE_PROBLEMS: ProblemTextsByCode = {
  'absence-days': $localize`:@@absences.problemDays:Look at the days: an absence ends after it begins, not in the past, and within a year.`,
  'own-deputy': $localize`:@@absences.problemSame:Nobody stands in for themself.`,
  'deputy-not-suitable': $localize`:@@absences.problemSuitable:This colleague cannot stand in here. Choose somebody else.`,
};

export const ABSENCE_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  from: { matches: $localize`:@@tasks.ruleDay:Name a day`, 'too-far': $localize`:@@absences.ruleAhead:Within two years` },
  until: {
    matches: $localize`:@@tasks.ruleDay:Name a day`,
    'before-start': $localize`:@@absences.ruleOrder:Not before it begins`,
    'in-past': $localize`:@@tasks.rulePast:Name a day that lies ahead`,
    'too-far': $localize`:@@absences.ruleFar:At most a year`,
  },
  deputyId: {
    notSuitable: $localize`:@@absences.ruleSuitable:Not here`,
    'own-deputy': $localize`:@@absences.ruleSame:Somebody else`,
  },
};
