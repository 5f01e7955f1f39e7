import { type DeadlineRoll, type DeadlineUnit, deadline, lastDay } from '../dates/deadline';
import { addWorkingDays, type WorkingWeek } from '../dates/working-days';
import { instantOf, wallTimeOf } from '../dates/zoned-time';
import { RuleBroken } from '../process/process';
import type { ServiceMethod } from '../vocabulary/claims';
import type { DeadlineTrigger, ReckoningGap } from '../vocabulary/legal-deadlines';
import { calendarOn, fictionOn, type Profile, type ProfileValue } from './country-profile';

/** How a day was found: rule, version, what went in and what came out (R-AS-02). Kept with the deadline, and never changed. */
export interface Reckoning {
  /** Null where the legal team entered the day. */
  ruleCode: string | null;
  ruleVersion: number | null;
  trigger: DeadlineTrigger;
  /** `YYYY-MM-DD`: the day it happened. */
  triggerDate: string;
  method: ServiceMethod | null;
  /** How much later it counts as served. */
  fiction: { amount: number; unit: DeadlineUnit; version: number } | null;
  /** The day that counting begins after. */
  countsFrom: string;
  amount: number | null;
  unit: DeadlineUnit | null;
  roll: DeadlineRoll | null;
  /** Before it was moved off a day that is none for work. */
  lastDay: string | null;
  dueOn: string | null;
  internalDueOn: string | null;
  /** Why there is no day. */
  gap: ReckoningGap | null;
}

interface Happened {
  trigger: DeadlineTrigger;
  on: string;
  method?: ServiceMethod | null;
}

/**
 * By which day an act must be done by a rule of a country (model C.1), as far as a lawyer has verified what it rests on; otherwise without a day, and
 * why (R-AS-03).
 * @param rule null where the country has none
 */
export function reckon(profile: Profile, rule: ProfileValue<'DEADLINE_RULE'> | null, { trigger, on, method = null }: Happened): Reckoning {
  const fiction = method === null ? null : fictionOn(profile, method, on);
  const begun: Reckoning = {
    ruleCode: rule?.code ?? null,
    ruleVersion: rule?.version ?? null,
    trigger,
    triggerDate: on,
    method,
    fiction: fiction && { ...fiction.value, version: fiction.version },
    countsFrom: on,
    amount: rule?.value.amount ?? null,
    unit: rule?.value.unit ?? null,
    roll: rule?.value.roll ?? null,
    lastDay: null,
    dueOn: null,
    internalDueOn: null,
    gap: null,
  };
  const calendar = calendarOn(profile, on);
  if (rule === null || rule.value.amount === null) return { ...begun, gap: 'RULE_MISSING' };
  if (!rule.isVerified) return { ...begun, gap: 'RULE_UNVERIFIED' };
  if (fiction && !fiction.isVerified) return { ...begun, gap: 'FICTION_UNVERIFIED' };
  if (!calendar) return { ...begun, gap: 'CALENDAR_UNVERIFIED' };
  const countsFrom = fiction ? lastDay({ triggerDate: on, ...fiction.value, roll: 'NONE' }, calendar) : on;
  const { amount, unit, roll } = rule.value;
  const counted = { triggerDate: countsFrom, amount, unit, roll };
  const found = deadline(counted, calendar);
  if (calendar.until !== null && found.dueOn > calendar.until) return { ...begun, countsFrom, gap: 'HOLIDAYS_UNKNOWN' };
  return { ...begun, ...found, countsFrom, lastDay: lastDay(counted, calendar) };
}

const BUFFER = { usual: 3, short: 1 };
const SHORT_DAYS = 7;
const DAY = 86_400_000;

/**
 * A day that the legal team entered by hand, with our own some working days before it, never before what it counts from (R-AS-04).
 * @param calendar of the country, or of the office where nobody has verified the country's
 * @throws RuleBroken `deadline-before-trigger` with the field
 */
export function entered(trigger: DeadlineTrigger, triggerDate: string, dueOn: string, calendar: WorkingWeek, field = 'dueOn'): Reckoning {
  if (dueOn < triggerDate) throw new RuleBroken('deadline-before-trigger', { triggerDate }, { [field]: ['before-trigger'] });
  const days = (Date.parse(dueOn) - Date.parse(triggerDate)) / DAY;
  const before = addWorkingDays(dueOn, days <= SHORT_DAYS ? -BUFFER.short : -BUFFER.usual, calendar);
  return {
    ruleCode: null,
    ruleVersion: null,
    trigger,
    triggerDate,
    method: null,
    fiction: null,
    countsFrom: triggerDate,
    amount: null,
    unit: null,
    roll: null,
    lastDay: dueOn,
    dueOn,
    internalDueOn: before < triggerDate ? triggerDate : before,
    gap: null,
  };
}

/** R-AS-14: the last minute of a day where the procedure is (ISO 8601 with Z). */
export const endOfDay = (day: string, timeZone: string): string => instantOf({ on: day, at: '23:59' }, timeZone);

/** R-AS-14: whether a day is over where the procedure is. */
export const isOver = (dueOn: string, now: string, timeZone: string): boolean => wallTimeOf(now, timeZone).on > dueOn;

/** R-AS-05: days before a deadline on which its owner is reminded. */
export const OWNER_REMINDERS: readonly number[] = [14, 7, 3, 1, 0];
/** … and the coordinators with them. */
export const COORDINATOR_REMINDERS: readonly number[] = [3, 1, 0];

/** Which reminder stands on a day: the nearest that has come; `OVERDUE` after the day, null before the first. */
export function reminderOn(dueOn: string, today: string): number | 'OVERDUE' | null {
  const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (left < 0) return 'OVERDUE';
  const come = OWNER_REMINDERS.filter((days) => days >= left);
  return come.length ? Math.min(...come) : null;
}
