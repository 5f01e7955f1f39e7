import type { Instrument } from '@panah/domain/vocabulary/counselling';
import type { Counsellors } from './lay-counselling';
import type { Shelf } from './shelf';

/** The world in which files are laid: who works where, and what moment it is. */
export interface Setting {
  orgId: string;
  offices: readonly DrawnOffice[];
  /** Whether the acts of the past stand in the log too: in a demonstration, not in a load set. */
  keepsLog: boolean;
  /** Whether tasks have words of their own, as they have where the acts of the past are kept. */
  namesTasks?: true;
  /** A partner association under an agreement: in a demonstration. */
  partner?: { id: string; name: string };
  /** The moment from which all days are counted back. */
  now: number;
}

export interface DrawnOffice {
  id: string;
  coordinators: readonly string[];
  caseworkers: readonly string[];
  /** Who joins the team of a case that names their service. */
  specialists?: readonly Specialist[];
  /** Where people may be given a place: in a demonstration. */
  units?: readonly DrawnUnit[];
  /** Who counsels here, and on which licences: in a demonstration. */
  counselling?: Counsellors & { licences: ReadonlyMap<Instrument, string>; room: Shelf };
}

/** A unit of the demonstration, and the stays that are laid in it. */
export interface DrawnUnit {
  id: string;
  number: number;
  kind: string;
  country: string;
  city: string;
  address: string;
  safeHouse: boolean;
  /** Places that nobody was laid in yet; none where not everybody may live. */
  free: number;
}

export interface Specialist {
  staffId: string;
  role: 'COUNSELLOR' | 'LEGAL' | 'HOUSING' | 'FAMILY_LINKS';
  stream: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** A moment in working hours, so many days before now, never later than now. */
export function momentAgo(setting: Setting, days: number, minuteOfDay: number): Date {
  const morning = Math.floor(setting.now / DAY) * DAY - days * DAY;
  return new Date(Math.min(setting.now - 5 * 60 * 1000, morning + minuteOfDay * 60 * 1000));
}

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Eight in the morning to five, in minutes of the day (UTC). */
export const WORKING_MINUTES = { from: 7 * 60, to: 15 * 60 } as const;

/** When every office of a demonstration works. */
export const OFFICE_CALENDAR = { timeZone: 'Europe/Tirane', weekendDays: [6, 7], holidays: [] };
