import type { OfficeCalendar } from '@panah/domain/staff/office-calendar';

/** An office: where people work, and when it does. Nothing of it is personal. */
export interface OfficeRow extends OfficeCalendar {
  id: string;
  name: string;
  version: number;
}
