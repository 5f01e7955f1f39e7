import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What a partner is refused, in words. */
export const INBOX_PROBLEMS: ProblemTextsByCode = {
  'lock-refused': $localize`:@@referrals.inboxLocked:This does not open your key. Nothing was changed.`,
  'service-day': $localize`:@@referrals.inboxDay:This day cannot be: it lies ahead, or before you accepted.`,
};
