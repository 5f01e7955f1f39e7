import type { IncidentInput } from '@panah/contracts/incidents.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { invalid } from '../platform/errors/problem';
import type { IncidentRow, IncidentSecrets } from './incident';

const A_MOMENT = 5 * 60 * 1000;

/** Evidence is not from tomorrow. */
export function capturedDay(capturedAt: string): Date {
  const at = new Date(capturedAt);
  if (at.getTime() > Date.now() + A_MOMENT) throw invalid({ capturedAt: ['in-future'] });
  return at;
}

/** What is closed is opened again before anything is added to it. @throws RuleBroken `not-open` */
export function assertStillOpen({ state }: Pick<IncidentRow, 'state'>): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state: 'CLOSED', action: 'add', open: ['reopen'] });
}

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
