import { intlLocale } from '../reader/language';

/** A broken rule: the name that class-validator gives it, and the limits it was declared with. */
export interface BrokenRule {
  rule: string;
  limits: readonly unknown[];
}

const digits = (limit: unknown) => new Intl.NumberFormat(intlLocale()).format(Number(limit));

type RuleText = (limits: readonly unknown[]) => string;

const missing: RuleText = () => $localize`:@@platform.ruleMissing:This is needed.`;
const atMost: RuleText = ([most]) => $localize`:@@platform.ruleAtMost:At most ${digits(most)}:most: characters.`;
const pickOne: RuleText = () => $localize`:@@platform.rulePick:Take one of the choices.`;
const aDate: RuleText = () => $localize`:@@platform.ruleDate:This is no date. Write year, month and day.`;
const aNumber: RuleText = () => $localize`:@@platform.ruleNumber:A number is needed.`;

const RULES: Readonly<Record<string, RuleText>> = {
  isNotEmpty: missing,
  isDefined: missing,
  isString: missing,
  isUuid: missing,
  arrayNotEmpty: missing,
  arrayMinSize: missing,
  isBoolean: missing,
  isIn: pickOne,
  isEnum: pickOne,
  maxLength: atMost,
  minLength: ([least]) => $localize`:@@platform.ruleAtLeast:At least ${digits(least)}:least: characters.`,
  isLength: ([least, most]) =>
    least === 1 || least === undefined
      ? $localize`:@@platform.ruleOneTo:This is needed; at most ${digits(most)}:most: characters.`
      : $localize`:@@platform.ruleLength:Between ${digits(least)}:least: and ${digits(most)}:most: characters.`,
  isEmail: () => $localize`:@@platform.ruleEmail:This is no mail address.`,
  isUrl: () => $localize`:@@platform.ruleUrl:This is no web address.`,
  isDateString: aDate,
  isIso8601: aDate,
  isInt: () => $localize`:@@platform.ruleInt:A whole number is needed.`,
  isNumber: aNumber,
  min: ([least]) => $localize`:@@platform.ruleMin:${digits(least)}:least: or more.`,
  max: ([most]) => $localize`:@@platform.ruleMax:${digits(most)}:most: or less.`,
  matches: () => $localize`:@@platform.ruleMatches:This does not have the right form.`,
  isTimeZone: pickOne,
  'reason-missing': missing,
  'date-not-understood': () => $localize`:@@platform.dateNotUnderstood:Write it as it was said: 1362, Mehr 1362, 11.04.2016, about 1958.`,
  'year-of-two-digits': () => $localize`:@@platform.dateTwoDigits:Write the year with four digits: 62 may be 1362 or 1962.`,
  'calendar-unclear': () => $localize`:@@platform.dateCalendarUnclear:Say in which calendar.`,
  'no-such-month': () => $localize`:@@platform.dateNoSuchMonth:A year has twelve months.`,
  'no-such-day': () => $localize`:@@platform.dateNoSuchDay:That month had fewer days. Leave the day out if it is not known.`,
  'range-reversed': () => $localize`:@@platform.dateReversed:The first year must come before the second.`,
  'date-in-future': () => $localize`:@@platform.dateInFuture:This lies ahead. Is it the other calendar?`,
  'before-birth': () => $localize`:@@platform.dateBeforeBirth:This is before the person can have been born. Look at the year.`,
  'date-too-early': () => $localize`:@@platform.dateTooEarly:This is too long ago. Is it the other calendar?`,
};

/** The rule in words for the person at the keyboard. `own` (a form's own texts) comes first. */
export function ruleText(broken: BrokenRule, own: Readonly<Record<string, string>> = {}): string {
  const said = own[broken.rule];
  if (said !== undefined) return said;
  return RULES[broken.rule]?.(broken.limits) ?? $localize`:@@platform.ruleOther:This is not filled in as it must be.`;
}
