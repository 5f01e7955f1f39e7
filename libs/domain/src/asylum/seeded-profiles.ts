import type { DeadlineUnit } from '../dates/deadline';
import type { DecisionType } from '../vocabulary/claims';
import type { ProfileKind } from '../vocabulary/legal-deadlines';
import type { Profile, ProfileValues } from './country-profile';

/** A value that comes with the house. It has no field that could say that somebody verified it. */
export type SeededValue = { [K in ProfileKind]: { kind: K; code: string; value: ProfileValues[K] } }[ProfileKind];

const SHORT: DecisionType[] = ['REFUSED_MANIFEST', 'INADMISSIBLE'];

const appeal = (amount: number | null, unit: DeadlineUnit = 'CALENDAR_DAYS', short?: [number, DeadlineUnit]): SeededValue[] => [
  { kind: 'DEADLINE_RULE', code: 'APPEAL', value: { trigger: 'NEGATIVE_SERVED', type: 'APPEAL', amount, unit, roll: 'NEXT' } },
  ...(short
    ? [
        {
          kind: 'DEADLINE_RULE' as const,
          code: 'APPEAL_SHORT',
          value: {
            trigger: 'NEGATIVE_SERVED' as const,
            type: 'APPEAL' as const,
            amount: short[0],
            unit: short[1],
            roll: 'NEXT' as const,
            decisions: SHORT,
          },
        },
      ]
    : []),
];
const window: SeededValue = {
  kind: 'DEADLINE_RULE',
  code: 'FAMILY_WINDOW',
  value: { trigger: 'POSITIVE_SERVED', type: 'FR_PRIVILEGED_WINDOW', amount: 3, unit: 'MONTHS', roll: 'PREVIOUS', decisions: ['REFUGEE'] },
};
const decision = (amount: number | null): SeededValue => ({
  kind: 'DEADLINE_RULE',
  code: 'DECISION',
  value: { trigger: 'LODGED', type: 'OTHER', amount, unit: 'MONTHS', roll: 'NONE', isTarget: true },
});
const zone = (name: string): SeededValue => ({ kind: 'TIME_ZONE', code: 'ALL', value: { zone: name } });
const inEurope = (name: string, ...values: SeededValue[]): SeededValue[] => [zone(name), decision(6), window, ...values];

/**
 * What is said about the rules of real countries (model 2.8). All of it is hearsay until a lawyer of that country has looked: nothing here is verified,
 * and no day is ever reckoned with it (R-AS-03).
 */
const SEEDED: Readonly<Record<string, readonly SeededValue[]>> = {
  // the periods of the law of 2021 were not found: they are left open
  AL: [
    zone('Europe/Tirane'),
    { kind: 'AUTHORITY', code: 'ALL', value: { text: 'Directorate for Asylum and Citizenship' } },
    { kind: 'LEGAL_AID', code: 'ALL', value: { text: 'Free legal representation and an interpreter during the procedure' } },
    { kind: 'RIGHT_TO_WORK', code: 'ALL', value: { text: 'Not later than nine months after applying' } },
    {
      kind: 'DEADLINE_RULE',
      code: 'REGISTRATION',
      value: { trigger: 'MADE', type: 'REPORT_TO_AUTHORITY', amount: 10, unit: 'CALENDAR_DAYS', roll: 'NEXT' },
    },
    decision(null),
    ...appeal(null),
    { kind: 'PERMIT_TYPE', code: 'REFUGEE_PERMIT', value: { months: null, renewalOpensDays: null } },
  ],
  DE: inEurope('Europe/Berlin', ...appeal(2, 'WEEKS', [1, 'WEEKS'])),
  FR: inEurope('Europe/Paris', ...appeal(1, 'MONTHS')),
  SE: inEurope('Europe/Stockholm', ...appeal(3, 'WEEKS')),
  NL: inEurope('Europe/Amsterdam', ...appeal(4, 'WEEKS', [1, 'WEEKS'])),
  NO: [zone('Europe/Oslo'), ...appeal(null, 'CALENDAR_DAYS', [1, 'WEEKS'])],
  GB: [zone('Europe/London'), ...appeal(14)],
  CA: [zone('America/Toronto'), ...appeal(15)],
};

/** The countries of which the house has heard something. */
export const SEEDED_COUNTRIES: readonly string[] = Object.keys(SEEDED);

/** What the house has heard of a country, unverified; nothing of one it knows nothing about. */
export function seededProfile(country: string): Profile {
  const values = (Object.hasOwn(SEEDED, country) ? SEEDED[country] : undefined) ?? [];
  return { country, values: values.map((one) => ({ ...one, id: null, version: 0, isVerified: false, validFrom: null, validTo: null })) };
}
