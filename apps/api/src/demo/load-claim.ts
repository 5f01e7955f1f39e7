import { addDays } from '@panah/domain/dates/calendar-days';
import type { ProcedureType } from '@panah/domain/vocabulary/claims';
import type { Chance } from './chance';
import type { RoadStep } from './claim-road';
import type { Matter } from './lay-claim-parts';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Who works on the claims of an office, and who represents its clients. */
export interface LegalDesk {
  lawyerIds: readonly string[];
  representatives: readonly { recipient: string; name: string }[];
  /** Up to which verification the rules of the made-up country stand. */
  revision: number;
}

/** A claim of a load set while its parts are laid. */
export interface LoadClaim {
  shelf: Shelf;
  setting: Setting;
  chance: Chance;
  matter: Matter;
  desk: LegalDesk;
  procedure: ProcedureType;
  begunAgo: number;
  /** Days before now at which the case was opened and closed; 0 while it is open. */
  opened: number;
  end: number;
  road: readonly RoadStep[];
}

/** The day so many days before now. */
export const dayAgo = ({ setting }: LoadClaim, ago: number): string => addDays(dayOf(new Date(setting.now)), -ago);

/** When somebody here wrote down what happened: on the day, or when the case was opened. */
export const writtenAgo = ({ setting, opened }: LoadClaim, ago: number): Date => momentAgo(setting, Math.min(ago, opened), 11 * 60);
