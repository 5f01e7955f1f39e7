import { addDays } from '../dates/calendar-days';
import { addWorkingDays } from '../dates/working-days';
import type { OfficeCalendar } from '../staff/office-calendar';
import type { RiskLevel } from '../vocabulary/cases';

/** R-CA-03: working days, from the day named in each function. */
const WORKING_DAYS = { firstResponse: 1, intake: 5, assessment: 10, plan: 15 } as const;
/** R-CA-03: days of the calendar until a plan is looked at again. */
const REVIEW_DAYS: Record<RiskLevel, number> = { IMMINENT: 7, HIGH: 30, MEDIUM: 90, LOW: 90 };

export type Clock = keyof typeof WORKING_DAYS;

/**
 * The day (`YYYY-MM-DD`) by which something is due (R-CA-03).
 * @param from the office's day on which the clock starts: `firstResponse` when the enquiry came in, `intake` when intake started,
 * `assessment` and `plan` when the case was opened.
 */
export function dueOn(clock: Clock, from: string, calendar: OfficeCalendar): string {
  return addWorkingDays(from, WORKING_DAYS[clock], calendar);
}

/** The day a plan approved on a day (`YYYY-MM-DD`) is looked at again (R-CA-03); an unknown risk counts as MEDIUM. */
export function planReviewOn(approvedOn: string, riskLevel: RiskLevel | null): string {
  return addDays(approvedOn, REVIEW_DAYS[riskLevel ?? 'MEDIUM']);
}

/** How a due day looks today (both `YYYY-MM-DD`): `SOON` is today. */
export function clockState(due: string, today: string): 'ON_TIME' | 'SOON' | 'LATE' {
  if (due < today) return 'LATE';
  return due === today ? 'SOON' : 'ON_TIME';
}
