import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

const seeFields = $localize`:@@platform.problemInvalid:Something is not filled in as it must be. The fields say what.`;
const DATE_CODES = [
  'date-not-understood',
  'no-such-day',
  'no-such-month',
  'date-in-future',
  'date-too-early',
  'calendar-unclear',
  'year-of-two-digits',
  'range-reversed',
];
const CONTACT_CODES = ['not-an-address', 'conditions-missing', 'retired-reason-missing'];

/** What the server refuses in a client's file, in words; codes that every room has are said by the platform. */
export const CLIENT_PROBLEMS: ProblemTextsByCode = {
  'contact-not-safe': $localize`:@@clients.problemNotSafe:This way of contact may not be used. The attempt stands in the log.`,
  ...Object.fromEntries([...DATE_CODES, ...CONTACT_CODES].map((code) => [code, seeFields])),
  'too-many-reveals': $localize`:@@clients.tooManyReveals:Ten addresses were opened within the hour; no more are opened now. The refusal is in the log. If somebody is in danger, call your coordinator.`,
  'preferred-not-safe': $localize`:@@clients.preferredNotSafe:Only a safe contact point may be preferred. Nothing was changed.`,
  'review-out-of-range': $localize`:@@clients.reviewRange:The plan is talked over again within 90 days. Nothing was changed.`,
  'hours-reversed': $localize`:@@clients.hoursReversed:Hours end later than they begin. Nothing was changed.`,
  'not-a-number': $localize`:@@clients.notANumber:This is no telephone number. Nothing was changed.`,
};

const date = {
  'date-not-understood': $localize`:@@clients.dateNotUnderstood:This is not understood as a date.`,
  'no-such-day': $localize`:@@clients.noSuchDay:That month had fewer days.`,
  'date-in-future': $localize`:@@clients.dateInFuture:This day lies ahead.`,
  'calendar-unclear': $localize`:@@clients.calendarUnclear:Choose the calendar.`,
  'year-of-two-digits': $localize`:@@clients.twoDigits:Write the year with four digits.`,
};

/** Rules that stand beside a field, by field and rule. */
export const FIELD_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  value: {
    isLength: $localize`:@@clients.valueMissing:The number or address is needed.`,
    'not-a-number': $localize`:@@clients.notANumberShort:This is no telephone number.`,
    'not-an-address': $localize`:@@clients.notAnAddress:This is no mail address.`,
  },
  preferred: { 'preferred-not-safe': $localize`:@@clients.preferredShort:Only a safe point may be preferred.` },
  conditions: { 'conditions-missing': $localize`:@@clients.conditionsMissing:Say under which conditions it is safe.` },
  retiredReason: { 'retired-reason-missing': $localize`:@@clients.retiredMissing:Say why it is no longer in use.` },
  okHours: { 'hours-reversed': $localize`:@@clients.hoursShort:Hours end later than they begin.` },
  reviewOn: { 'review-out-of-range': $localize`:@@clients.reviewShort:A day from today to 90 days ahead.` },
  languages: { arrayMinSize: $localize`:@@clients.oneLanguage:At least one language is needed.` },
  ...Object.fromEntries(
    ['birth', 'arrivedOn', 'usedFrom', 'usedTo', 'issuedOn', 'expiresOn', 'birthAsShown', 'from', 'to'].map((field) => [field, date]),
  ),
};
