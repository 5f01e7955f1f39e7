import { addDays } from '../dates/calendar-days';
import { assertDayOfLife, type LifeFacts } from '../dates/day-of-a-life';
import { RuleBroken } from '../process/process';
import { type NeedCode, needCode, type NeedGroup, type NeedSeverity, type NeedStatus } from '../vocabulary/needs';
import type { OutcomeDomain } from '../vocabulary/plans';

/** The UN partners' top-level categories with the needs that count there (model 2.6); `NONE`: counted in none. */
const CATEGORIES: Readonly<Record<string, readonly NeedCode[]>> = {
  LP: [
    'PS-TH',
    'PS-SV',
    'PS-AS',
    'PS-TR',
    'PS-RF',
    'PS-DT',
    'LG-ND',
    'LG-NS',
    'LG-EX',
    'LG-SL',
    'LG-AP',
    'LG-CR',
    'LG-LA',
    'HS-UN',
    'IN-SM',
    'IN-PR',
    'IN-DV',
  ],
  SV: ['PS-DV', 'MH-SG'],
  NONE: ['HS-NF', 'HS-TM', 'HS-IN', 'HL-IN', 'MH-ID', 'MH-IS', 'EC-NI', 'EC-DB', 'EC-BK', 'EC-EM', 'EC-QU', 'EC-ED', 'EC-LN', 'EC-DG'],
  DS: ['HS-AC', 'HL-FN'],
  SM: ['HL-CR', 'HL-CH', 'HL-ME', 'HL-SU', 'MH-SU', 'MH-TR', 'MH-DP', 'MH-GR'],
  WR: ['HL-PR'],
  ER: ['HL-CG', 'EC-PN', 'AG-OA', 'AG-OC'],
  TR: ['MH-TO'],
  FU: ['FM-TR', 'FM-RE', 'FM-SC', 'FM-IG'],
  SP: ['FM-DP'],
  SC: ['FM-CU', 'AG-UM'],
  CR: ['AG-CH'],
};
const RESTRICTED: readonly NeedCode[] = ['HL-SU', 'HL-CG', 'PS-DV', 'PS-TR'];
const OPEN: readonly NeedStatus[] = ['IDENTIFIED', 'CONFIRMED', 'IN_PLAN'];
/** Days of the calendar within which something is done: 72 and 24 hours (model 2.6). */
const ACT_WITHIN: Readonly<Record<NeedSeverity, number | null>> = { S1: null, S2: null, S3: 3, S4: 1 };
const DOMAINS: Readonly<Record<NeedGroup, OutcomeDomain>> = {
  PS: 'D03',
  LG: 'D01',
  HS: 'D02',
  HL: 'D08',
  MH: 'D09',
  FM: 'D10',
  EC: 'D04',
  AG: 'D12',
  IN: 'D03',
};

export const groupOf = (code: NeedCode): NeedGroup => code.slice(0, 2) as NeedGroup;

/** Whether a need tells of somebody's health, of body or mind: that is shared only by those who agreed to share health information. */
export const isOfHealth = (code: NeedCode): boolean => ['HL', 'MH'].includes(groupOf(code));

/** The category in which UN partners count a need, or null. */
export function needCategory(code: NeedCode): string | null {
  const [name] = Object.entries(CATEGORIES).find(([, codes]) => codes.includes(code)) ?? [];
  return name === undefined || name === 'NONE' ? null : name;
}

/** A need of class R (model 2.6: MH-*, HL-SU, HL-CG, PS-DV, PS-TR): its very code is sealed. */
export function isRestrictedNeed(code: NeedCode): boolean {
  return groupOf(code) === 'MH' || RESTRICTED.includes(code);
}

export const isOpenNeed = (status: NeedStatus): boolean => OPEN.includes(status);

/** The day (`YYYY-MM-DD`) by which a need of this severity is acted on; null when it can be planned. */
export function actOnNeedBy(severity: NeedSeverity, identifiedOn: string): string | null {
  const days = ACT_WITHIN[severity];
  return days === null ? null : addDays(identifiedOn, days);
}

/** Which part of a life a need belongs to, as a goal of the plan names it. */
export const domainOfNeed = (code: NeedCode): OutcomeDomain => DOMAINS[groupOf(code)];

export interface NeedFacts {
  code: string;
  status: NeedStatus;
}

/**
 * A need may be written down.
 * @param others open needs of the same case
 * @throws RuleBroken `need-known` when the same one is open already, `day-cannot-be`
 */
export function assertNeed(code: string, identifiedOn: string, life: LifeFacts, others: readonly NeedFacts[]): void {
  if (!needCode.has(code)) throw new RuleBroken('need-unknown', {}, { code: ['unknown'] });
  assertDayOfLife('identifiedOn', identifiedOn, life);
  if (others.some((other) => other.code === code && isOpenNeed(other.status)))
    throw new RuleBroken('need-known', {}, { code: ['already-open'] });
}

/** The assessment says what the person needs, or that they need nothing (model 3.1). @throws RuleBroken `needs-missing` */
export function assertNeedsStated(openNeeds: number, noNeeds: boolean): void {
  if (openNeeds === 0 && !noNeeds) throw new RuleBroken('needs-missing', {}, { noNeeds: ['missing'] });
  if (openNeeds > 0 && noNeeds) throw new RuleBroken('needs-there', { needs: openNeeds }, { noNeeds: ['needs-there'] });
}
