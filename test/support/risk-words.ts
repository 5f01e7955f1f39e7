import { riskFactor, type RiskFactor, type RiskFactorRating } from '@panah/domain/vocabulary/risk';
import { officeDay } from './office-day';

/** A whole assessment as a caseworker sends it: everything absent but what is given, each with a word where it is there now. */
export const assessment = (changed: Partial<Record<RiskFactor, RiskFactorRating>> = {}, level = 'LOW', more: object = {}) => ({
  assessedAt: new Date(Date.now() - 60_000).toISOString(),
  sources: ['SELF', 'WORKER'],
  seenAlone: true,
  ratings: riskFactor.codes.map((factor) => {
    const rating = changed[factor] ?? 'ABSENT';
    return { factor, rating, ...(rating === 'PRESENT' || rating === 'ESCALATING' ? { note: 'As she told it' } : {}) };
  }),
  worries: 'Nights are the worst',
  ownScale: 7,
  level,
  levelReason: 'As far as we know today',
  ...more,
});

const inDays = (days: number): string => officeDay(days);

/** A safety plan that was agreed. */
export const safetyPlan = (more: object = {}) => ({
  outcome: 'AGREED',
  measures: [
    { measure: 'ALT_STAY', owner: 'The person', done: false },
    { measure: 'EMERG_CONTACT', owner: 'Us', done: true },
  ],
  callFirst: ['A friend next door'],
  warningSigns: 'Calls from hidden numbers',
  copyGiven: 'NO',
  copyIsSafe: false,
  validFrom: inDays(0),
  reviewOn: inDays(30),
  ...more,
});

/** An incident as it is reported. */
export const incident = (more: object = {}) => ({
  type: 'APPROACH',
  allegedSource: 'UNKNOWN',
  confidence: 'REPORTED',
  description: 'Two people waited at the door',
  affectedCaseRefs: [],
  authorityReport: 'NOT_WANTED',
  wishes: 'Does not want to go home alone',
  reporterHidden: false,
  ...more,
});

/** An incident that names no case. */
export const officeIncident = (officeId: string, more: object = {}) => {
  const { wishes: _, ...told } = incident();
  return {
    ...told,
    officeId,
    type: 'PROPERTY',
    description: 'The lock of the back door was broken',
    affectedOthers: 'The back door',
    ...more,
  };
};

/** What is there at each level. */
export const AT_LEVEL = {
  LOW: {},
  MEDIUM: { TH3: 'PRESENT' },
  HIGH: { TH1: 'PRESENT' },
  IMMINENT: { EX2: 'ESCALATING' },
} as const satisfies Record<string, Partial<Record<RiskFactor, RiskFactorRating>>>;
