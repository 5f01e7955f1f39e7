import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What a partner is refused, in words. */
export const INBOX_PROBLEMS: ProblemTextsByCode = {
  'lock-refused': $localize`:@@referrals.inboxLocked:This does not open your key. Nothing was changed.`,
  'service-day': $localize`:@@referrals.inboxDay:This day cannot be: it lies ahead, or before you accepted.`,
  'handover-held': $localize`:@@referrals.inboxHeld:Something still runs at the office that it must end first. Call them; then take the case over.`,
  'handover-incomplete': $localize`:@@referrals.inboxIncomplete:Not yet: somebody is named who sees to the person, and both sides meet first.`,
  'consent-missing': $localize`:@@referrals.inboxNoConsent:The person’s consent no longer covers this. Call the office.`,
};
