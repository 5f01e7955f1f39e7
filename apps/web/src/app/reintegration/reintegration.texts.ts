import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

const missing = $localize`:@@reintegration.ruleChoose:Choose one`;
const words = $localize`:@@reintegration.ruleWhy:Say why: it moved by two or more`;

export const REINTEGRATION_PROBLEMS: ProblemTextsByCode = {
  'review-incomplete': $localize`:@@reintegration.problemReview:The review is not whole yet. The fields say what is missing.`,
  'help-incomplete': $localize`:@@reintegration.problemHelp:An amount and its currency go together, and help was given on a day that has been.`,
  'certificate-days': $localize`:@@reintegration.problemDays:Look at the days: it began before it ended, and it has ended.`,
  'not-latest-period': $localize`:@@reintegration.problemPeriod:This case was opened again since. Work goes on in the later period.`,
};

/** Words for the rules that only the server knows, by field. */
export const REINTEGRATION_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  point: {
    'point-done': $localize`:@@reintegration.ruleDone:Looked at already`,
    'baseline-missing': $localize`:@@reintegration.ruleBaseline:The baseline comes first`,
    'too-early': $localize`:@@reintegration.ruleEarly:Too early for this point`,
    'not-open': $localize`:@@reintegration.ruleNotOpen:Not now`,
    isIn: missing,
  },
  reviewedOn: {
    'in-future': $localize`:@@reintegration.ruleFuture:A day that has been`,
    'before-opening': $localize`:@@reintegration.ruleBefore:Not before the case was opened`,
    matches: $localize`:@@reintegration.ruleDay:Name a day`,
  },
  givenOn: {
    'in-future': $localize`:@@reintegration.ruleFuture:A day that has been`,
    matches: $localize`:@@reintegration.ruleDay:Name a day`,
  },
  service: { isIn: missing },
  amount: {
    matches: $localize`:@@reintegration.ruleAmount:A number such as 120.50`,
    missing: $localize`:@@reintegration.ruleAmount:A number such as 120.50`,
  },
  currency: {
    missing: $localize`:@@reintegration.ruleCurrency:Three letters, such as EUR`,
    matches: $localize`:@@reintegration.ruleCurrency:Three letters, such as EUR`,
    unknown: $localize`:@@reintegration.ruleCurrency:Three letters, such as EUR`,
  },
  from: { matches: $localize`:@@reintegration.ruleDay:Name a day` },
  until: {
    matches: $localize`:@@reintegration.ruleDay:Name a day`,
    'before-start': $localize`:@@reintegration.ruleOrder:Not before it began`,
    'in-future': $localize`:@@reintegration.ruleFuture:A day that has been`,
  },
  hours: { matches: $localize`:@@reintegration.ruleHours:A whole number` },
  level: { isIn: missing },
};

/** What the server says of one domain of a review, by its field. */
export function faultsOf(fields: Readonly<Record<string, readonly string[]>> | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const domain of outcomeDomain.codes) {
    if (fields?.[`levels.${domain}`]) found.set(domain, missing);
    else if (fields?.[`notes.${domain}`]) found.set(domain, words);
  }
  return found;
}
