import type { IncidentInput } from '@panah/contracts/incidents.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import type { IncidentSecrets } from './incident';

/** @param today the office's day: nothing happened tomorrow */
export function secretsOf(input: IncidentInput, today: string): IncidentSecrets {
  const { allegedSource, description, authorityReport, wishes } = input;
  return {
    ...NOTHING_YET,
    allegedSource,
    description,
    authorityReport,
    wishes,
    occurred: partialDateOf('occurred', input.occurred, today),
    occurredTime: input.occurredTime ?? null,
    channel: input.channel ?? null,
    affectedOthers: input.affectedOthers ?? null,
    authorityRef: input.authorityRef ?? null,
  };
}

const NOTHING_YET: IncidentSecrets = {
  occurred: null,
  occurredTime: null,
  channel: null,
  allegedSource: 'UNKNOWN',
  description: '',
  affectedOthers: null,
  authorityReport: 'NOT_WANTED',
  authorityRef: null,
  wishes: '',
  deeds: [],
  lessons: null,
  clientInformed: null,
  duress: false,
};

/** A word of duress says that something is wrong, and nothing else yet. */
export const DURESS: IncidentSecrets = { ...NOTHING_YET, duress: true };
