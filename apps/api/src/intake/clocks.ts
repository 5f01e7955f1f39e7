import { type Clock, dueOn } from '@panah/domain/cases/sla.rules';
import { dayAt, type OfficeCalendar } from '@panah/domain/staff/office-calendar';
import { parseDate, toZoned } from '@internationalized/date';

/** The end of the day in the office by which something is due (R-CA-03). */
export function dueBy(clock: Clock, from: Date, office: OfficeCalendar): Date {
  const day = parseDate(dueOn(clock, dayAt(from.toISOString(), office.timeZone), office)).add({ days: 1 });
  return new Date(toZoned(day, office.timeZone).toDate().getTime() - 1000);
}
