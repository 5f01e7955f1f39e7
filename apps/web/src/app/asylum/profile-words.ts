import type { ProfileValueView } from '@panah/contracts/legal-deadlines.contract';
import type { ProfileValues } from '@panah/domain/asylum/country-profile';
import { decisionType, serviceMethod } from '@panah/domain/vocabulary/claims';
import { deadlineRoll, deadlineTrigger, deadlineType, deadlineUnit, permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';

const unknown = (): string => $localize`:@@asylum.lengthUnknown:length not known`;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const weekday = (day: number): string =>
  new Intl.DateTimeFormat(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );
export const weekdays = () => WEEKDAYS.map((day) => ({ code: String(day), label: weekday(day) }));

const number = (value: number): string => value.toLocaleString(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false });
const length = (amount: number | null, unit: 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'WEEKS' | 'MONTHS'): string =>
  amount === null ? unknown() : `${number(amount)} ${deadlineUnit.label(unit, readerLanguage())}`;

const SAID: { [K in keyof ProfileValues]: (value: ProfileValues[K], code: string) => string } = {
  DEADLINE_RULE: ({ type, trigger, amount, unit, roll, decisions }) => {
    const language = readerLanguage();
    const only = decisions?.length ? ` (${listed(decisions.map((one) => decisionType.label(one, language)))})` : '';
    return `${deadlineType.label(type, language)}${only}: ${deadlineTrigger.label(trigger, language)} + ${length(amount, unit)} · ${deadlineRoll.label(roll, language)}`;
  },
  SERVICE_FICTION: ({ amount, unit }, code) =>
    `${serviceMethod.has(code) ? serviceMethod.label(code, readerLanguage()) : code} + ${length(amount, unit)}`,
  HOLIDAYS: ({ days, until }) =>
    `${number(days.length)} · ${days.slice(0, 6).join(' ')}${days.length > 6 ? ' …' : ''}${until ? ` → ${until}` : ''}`,
  WEEKEND: ({ days }) => listed(days.map(weekday)),
  TIME_ZONE: ({ zone }) => zone,
  PERMIT_TYPE: ({ months }, code) =>
    `${permitType.has(code) ? permitType.label(code, readerLanguage()) : code}: ${length(months, 'MONTHS')}`,
  STAGES: ({ oneStep }) =>
    oneStep ? $localize`:@@asylum.oneStep:Applications in one step` : $localize`:@@asylum.threeSteps:Made, registered, lodged`,
  AUTHORITY: ({ text }) => text,
  LEGAL_AID: ({ text }) => text,
  RIGHT_TO_WORK: ({ text }) => text,
};

/** A value of a country as a person reads it. */
export function valueInWords({ kind, code, value }: ProfileValueView): string {
  const say = SAID[kind as keyof ProfileValues] as (value: unknown, code: string) => string;
  return say(JSON.parse(value), code);
}
