import { addDays } from '../dates/calendar-days';
import { type WorkingWeek, workingDayUntil } from '../dates/working-days';
import { instantOf } from '../dates/zoned-time';
import { RuleBroken } from '../process/process';
import type { PermitState, PermitType } from '../vocabulary/legal-deadlines';

export interface PermitFacts {
  readonly type: PermitType;
  /** Last day, `YYYY-MM-DD`; null while the paper is awaited, or without an end. */
  readonly validTo: string | null;
  readonly unlimited: boolean;
  readonly renewalLodgedOn: string | null;
  readonly successorId: string | null;
  readonly withdrawnOn: string | null;
}

const ALERTS = [90, 30, 7, 0] as const;
const EARLY = 180;
const EXPIRES_WITHIN = 90;
const TRAVEL: readonly PermitType[] = ['TRAVEL_DOC_1951', 'TRAVEL_DOC_1954', 'ALIEN_PASSPORT'];

export const isTravelDocument = (type: PermitType): boolean => TRAVEL.includes(type);

/** Where a permit stands on a day (model 3.12), reckoned and never stored. Null: it is awaited. */
export function permitStateOn(permit: PermitFacts, today: string): PermitState | null {
  const { validTo, unlimited, renewalLodgedOn, successorId, withdrawnOn } = permit;
  if (withdrawnOn !== null && withdrawnOn <= today) return 'WITHDRAWN';
  if (successorId !== null) return 'SUCCEEDED';
  if (unlimited) return 'VALID';
  if (validTo === null) return null;
  if (renewalLodgedOn !== null) return 'RENEWAL_LODGED';
  if (validTo < today) return 'EXPIRED';
  return addDays(validTo, -EXPIRES_WITHIN) <= today ? 'EXPIRING' : 'VALID';
}

export interface PermitAlert {
  /** Days before the last day; 0 is the last day itself. */
  readonly days: number;
  /** The day on which it is told: a working day. */
  readonly on: string;
}

/** When somebody is told that a permit ends (R-AS-08, model C.2): 90, 30, 7 and 0 days before, travel documents 180 too; on a free day the working day before. */
export function permitAlerts({ type, validTo }: Pick<PermitFacts, 'type' | 'validTo'>, calendar: WorkingWeek): PermitAlert[] {
  if (validTo === null) return [];
  const spans = isTravelDocument(type) ? [EARLY, ...ALERTS] : ALERTS;
  return spans.map((days) => ({ days, on: workingDayUntil(addDays(validTo, -days), calendar) }));
}

/** The instant of an alert: 08:00 on its day, on a clock in this time zone. */
export const alertAt = ({ on }: PermitAlert, timeZone: string): string => instantOf({ on, at: '08:00' }, timeZone);

/** R-AS-08: nobody is told any more once a renewal was lodged with proof, another followed, or it has no end. */
export function isQuiet({ unlimited, renewalLodgedOn, successorId, withdrawnOn }: PermitFacts): boolean {
  return unlimited || renewalLodgedOn !== null || successorId !== null || withdrawnOn !== null;
}

/** The alert that stands on a day: the last whose day has come; null before the first or when it is quiet. */
export function alertOn(permit: PermitFacts, today: string, calendar: WorkingWeek): PermitAlert | null {
  if (isQuiet(permit)) return null;
  return permitAlerts(permit, calendar).findLast(({ on }) => on <= today) ?? null;
}

/**
 * A permit can be kept: it ends after it begins, or has no end, or is awaited.
 * @throws RuleBroken `permit-incomplete` with the fields
 */
export function assertPermit(permit: {
  validFrom: string | null;
  validTo: string | null;
  unlimited: boolean;
  cardReceivedOn: string | null;
}): void {
  const { validFrom, validTo, unlimited, cardReceivedOn } = permit;
  const fields: Record<string, string[]> = {};
  if (unlimited && validTo !== null) fields.validTo = ['has-no-end'];
  if (validFrom !== null && validTo !== null && validTo < validFrom) fields.validTo = ['before-start'];
  if (cardReceivedOn !== null && !unlimited && validTo === null) fields.validTo = ['missing'];
  if (Object.keys(fields).length) throw new RuleBroken('permit-incomplete', {}, fields);
}
