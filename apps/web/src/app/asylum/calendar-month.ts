import { addDays, addMonths, type CalendarCode, dayOf, daysInMonth, partsOf, weekdayOf } from '@panah/domain/dates/calendar-days';

/** One day on the grid. */
export interface CalendarCell {
  /** Gregorian, `YYYY-MM-DD`. */
  day: string;
  /** Its number in the month that is shown. */
  number: number;
  inMonth: boolean;
}

/** The first and the last day of the month, in this calendar, that a day lies in. */
export function monthOf(day: string, calendar: CalendarCode): { first: string; last: string } {
  const { year, month } = partsOf(calendar, day);
  return {
    first: dayOf(calendar, { year, month, day: 1 }),
    last: dayOf(calendar, { year, month, day: daysInMonth(calendar, year, month) }),
  };
}

/** Whole weeks that cover the month of a day. `weekStart`: 1 = Monday to 7 = Sunday. */
export function weeksOf(day: string, calendar: CalendarCode, weekStart: number): CalendarCell[][] {
  const { first, last } = monthOf(day, calendar);
  const { month } = partsOf(calendar, first);
  let next = addDays(first, -((weekdayOf(first) - weekStart + 7) % 7));
  const weeks: CalendarCell[][] = [];
  while (next <= last) {
    const week = Array.from({ length: 7 }, (_, at) => addDays(next, at));
    weeks.push(
      week.map((each) => {
        const parts = partsOf(calendar, each);
        return { day: each, number: parts.day, inMonth: parts.month === month };
      }),
    );
    next = addDays(next, 7);
  }
  return weeks;
}

/** Where a key leads from a day; null for other keys. Forward is where the reader reads to. */
export function dayByKey(
  key: string,
  day: string,
  calendar: CalendarCode,
  weekStart: number,
  forward: 'ArrowRight' | 'ArrowLeft',
): string | null {
  const inWeek = (weekdayOf(day) - weekStart + 7) % 7;
  const moves: Readonly<Record<string, () => string>> = {
    [forward]: () => addDays(day, 1),
    [forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight']: () => addDays(day, -1),
    ArrowDown: () => addDays(day, 7),
    ArrowUp: () => addDays(day, -7),
    Home: () => addDays(day, -inWeek),
    End: () => addDays(day, 6 - inWeek),
    PageDown: () => addMonths(day, 1, calendar),
    PageUp: () => addMonths(day, -1, calendar),
  };
  return Object.hasOwn(moves, key) ? (moves[key]?.() ?? null) : null;
}
