import type { DeadlineRoll, DeadlineUnit } from '../dates/deadline';
import type { WorkingWeek } from '../dates/working-days';
import { RuleBroken } from '../process/process';
import type { DecisionType, ProcedureType, ServiceMethod, SuspensiveEffect } from '../vocabulary/claims';
import { decisionType, procedureType, serviceMethod, suspensiveEffect } from '../vocabulary/claims';
import {
  deadlineRoll,
  deadlineTrigger,
  type DeadlineTrigger,
  deadlineType,
  type DeadlineType,
  deadlineUnit,
  permitType,
  type ProfileKind,
} from '../vocabulary/legal-deadlines';
import { claimProcess } from './claim.process';

/** How long after what an act must be done. Null where nobody knows the length. */
export interface DeadlineRuleValue {
  trigger: DeadlineTrigger;
  type: DeadlineType;
  amount: number | null;
  unit: DeadlineUnit;
  roll: DeadlineRoll;
  /** Only after these decisions; before a rule that names none. */
  decisions?: DecisionType[];
  procedures?: ProcedureType[];
  /** Only where an appeal stops removal in this way. */
  suspensive?: SuspensiveEffect;
  /** When the authority should have decided: something to expect, and no deadline of the client. */
  isTarget?: boolean;
}

/** How long after sending a way of serving counts as served. */
export interface FictionValue {
  amount: number;
  unit: DeadlineUnit;
}
export interface HolidaysValue {
  days: string[];
  /** The last day (`YYYY-MM-DD`) up to which they are known; null: no end. */
  until: string | null;
}
export interface PermitTypeValue {
  months: number | null;
  renewalOpensDays: number | null;
}

export interface ProfileValues {
  STAGES: { states: string[]; oneStep: boolean };
  DEADLINE_RULE: DeadlineRuleValue;
  SERVICE_FICTION: FictionValue;
  HOLIDAYS: HolidaysValue;
  WEEKEND: { days: number[] };
  TIME_ZONE: { zone: string };
  PERMIT_TYPE: PermitTypeValue;
  AUTHORITY: { text: string };
  LEGAL_AID: { text: string };
  RIGHT_TO_WORK: { text: string };
}

/** One value of a country, in one version. It counts only once somebody else than who entered it has verified it. */
export interface ProfileValue<K extends ProfileKind = ProfileKind> {
  /** Null for what came with the house and nobody has entered. */
  id: string | null;
  kind: K;
  code: string;
  version: number;
  value: ProfileValues[K];
  isVerified: boolean;
  validFrom: string | null;
  validTo: string | null;
}

export interface Profile {
  country: string;
  values: readonly ProfileValue[];
}

const holdsOn = ({ validFrom, validTo }: ProfileValue, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** The newest verified version that holds on a day; without one the newest that nobody verified; null where the country has none. */
export function valueOn<K extends ProfileKind>({ values }: Profile, kind: K, code: string, day: string): ProfileValue<K> | null {
  const versions = values
    .filter((one): one is ProfileValue<K> => one.kind === kind && one.code === code && holdsOn(one, day))
    .sort((a, b) => b.version - a.version);
  return versions.find(({ isVerified }) => isVerified) ?? versions[0] ?? null;
}

/** Every rule that holds on a day, one version of each. */
export function rulesOn(profile: Profile, day: string): ProfileValue<'DEADLINE_RULE'>[] {
  const codes = [...new Set(profile.values.filter(({ kind }) => kind === 'DEADLINE_RULE').map(({ code }) => code))];
  return codes.flatMap((code) => valueOn(profile, 'DEADLINE_RULE', code, day) ?? []);
}

/** Weekend and holidays of a country, as far as a lawyer has verified both; and up to which day the holidays are known. */
export function calendarOn(profile: Profile, day: string): (WorkingWeek & { until: string | null }) | null {
  const weekend = valueOn(profile, 'WEEKEND', 'ALL', day);
  const holidays = valueOn(profile, 'HOLIDAYS', 'ALL', day);
  if (!weekend?.isVerified || !holidays?.isVerified) return null;
  return { weekendDays: weekend.value.days, holidays: holidays.value.days, until: holidays.value.until };
}

/** IANA name; null where the profile has none. A clock on the wall needs no lawyer. */
export const zoneOf = (profile: Profile, day: string): string | null => valueOn(profile, 'TIME_ZONE', 'ALL', day)?.value.zone ?? null;

/** What happened, as far as it decides which rules count from it. */
export interface Trigger {
  trigger: DeadlineTrigger;
  on: string;
  procedure: ProcedureType | null;
  decision?: DecisionType | null;
  suspensive?: SuspensiveEffect | null;
}

/** The rules that count from something that happened: one of each type, and of several the one that names this decision. */
export function rulesFrom(
  profile: Profile,
  { trigger, on, procedure, decision = null, suspensive = null }: Trigger,
): ProfileValue<'DEADLINE_RULE'>[] {
  const fitting = rulesOn(profile, on).filter(
    ({ value }) =>
      value.trigger === trigger &&
      !value.isTarget &&
      (!value.decisions || (decision !== null && value.decisions.includes(decision))) &&
      (!value.procedures || (procedure !== null && value.procedures.includes(procedure))) &&
      (!value.suspensive || value.suspensive === suspensive),
  );
  const narrow = ({ value }: ProfileValue<'DEADLINE_RULE'>): number => (value.decisions ? 2 : 0) + (value.procedures ? 1 : 0);
  return fitting.filter(
    (rule) => !fitting.some((other) => other !== rule && other.value.type === rule.value.type && narrow(other) > narrow(rule)),
  );
}

type Faults = Record<string, string[]>;
const isDay = (text: unknown): boolean => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isCount = (value: unknown, most: number): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
const words = ({ text }: { text: unknown }): Faults =>
  typeof text === 'string' && text.trim() && text.length <= 2000 ? {} : { text: ['missing'] };
const codesIn = (list: { has(value: unknown): boolean }, given: unknown): boolean =>
  given === undefined || (Array.isArray(given) && given.every((one) => list.has(one)));

const FAULTS: { [K in ProfileKind]: (value: ProfileValues[K], code: string) => Faults } = {
  STAGES: ({ states, oneStep }) => ({
    ...(Array.isArray(states) && states.every((state) => Object.hasOwn(claimProcess.states, state)) ? {} : { states: ['unknown'] }),
    ...(typeof oneStep === 'boolean' ? {} : { oneStep: ['missing'] }),
  }),
  DEADLINE_RULE: ({ trigger, type, amount, unit, roll, decisions, procedures, suspensive }) => ({
    ...(deadlineTrigger.has(trigger) ? {} : { trigger: ['unknown'] }),
    ...(deadlineType.has(type) ? {} : { type: ['unknown'] }),
    ...(amount === null || (isCount(amount, 3660) && amount > 0) ? {} : { amount: ['not-a-length'] }),
    ...(deadlineUnit.has(unit) ? {} : { unit: ['unknown'] }),
    ...(deadlineRoll.has(roll) ? {} : { roll: ['unknown'] }),
    ...(codesIn(decisionType, decisions) ? {} : { decisions: ['unknown'] }),
    ...(codesIn(procedureType, procedures) ? {} : { procedures: ['unknown'] }),
    ...(suspensive === undefined || suspensiveEffect.has(suspensive) ? {} : { suspensive: ['unknown'] }),
  }),
  SERVICE_FICTION: ({ amount, unit }, code) => ({
    ...(isCount(amount, 366) ? {} : { amount: ['not-a-length'] }),
    ...(deadlineUnit.has(unit) ? {} : { unit: ['unknown'] }),
    ...(serviceMethod.has(code) ? {} : { code: ['unknown'] }),
  }),
  HOLIDAYS: ({ days, until }) => ({
    ...(Array.isArray(days) && days.length <= 400 && days.every(isDay) ? {} : { days: ['not-a-date'] }),
    ...(until === null || isDay(until) ? {} : { until: ['not-a-date'] }),
  }),
  WEEKEND: ({ days }): Faults =>
    Array.isArray(days) && new Set(days).size < 7 && days.every((day) => isCount(day, 7) && day > 0) ? {} : { days: ['not-a-weekend'] },
  TIME_ZONE: ({ zone }): Faults => (isZone(zone) ? {} : { zone: ['unknown'] }),
  PERMIT_TYPE: ({ months, renewalOpensDays }, code) => ({
    ...(months === null || isCount(months, 600) ? {} : { months: ['not-a-length'] }),
    ...(renewalOpensDays === null || isCount(renewalOpensDays, 730) ? {} : { renewalOpensDays: ['not-a-length'] }),
    ...(permitType.has(code) ? {} : { code: ['unknown'] }),
  }),
  AUTHORITY: words,
  LEGAL_AID: words,
  RIGHT_TO_WORK: words,
};

/**
 * A value of a profile is whole and can be counted with.
 * @throws RuleBroken `profile-value` with the fields that are wrong
 */
export function assertProfileValue<K extends ProfileKind>(kind: K, code: string, value: ProfileValues[K]): void {
  const fields = FAULTS[kind](value, code);
  if (Object.keys(fields).length) throw new RuleBroken('profile-value', {}, fields);
}

/**
 * Separation of duties 15: whoever entered a rule does not verify it.
 * @throws RuleBroken `same-person`
 */
export function assertMayVerify(enteredBy: string, by: string): void {
  if (enteredBy === by) throw new RuleBroken('same-person', { act: 'VERIFY_RULE' });
}

/** The ways of serving that a country counts from another day. */
export const fictionOn = (profile: Profile, method: ServiceMethod, day: string): ProfileValue<'SERVICE_FICTION'> | null =>
  valueOn(profile, 'SERVICE_FICTION', method, day);

function isZone(zone: unknown): boolean {
  try {
    return typeof zone === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}
