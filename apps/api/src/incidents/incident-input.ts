import type { IncidentInput } from '@panah/contracts/incidents.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { assertTimeOfLife, type LifeFacts } from '@panah/domain/dates/day-of-a-life';
import { RuleBroken } from '@panah/domain/process/process';
import type { IncidentRow, IncidentSecrets } from './incident';

/** What is closed is opened again before anything is added to it. @throws RuleBroken `not-open` */
export function assertStillOpen({ state }: Pick<IncidentRow, 'state'>): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state: 'CLOSED', action: 'add', open: ['reopen'] });
}

/** @throws RuleBroken when it happened on a day that cannot be */
export function secretsOf(input: IncidentInput, life: LifeFacts): IncidentSecrets {
  const { allegedSource, description, authorityReport, wishes } = input;
  const occurred = partialDateOf('occurred', input.occurred, life.today);
  assertTimeOfLife('occurred', occurred, life);
  return {
    ...NOTHING_YET,
    allegedSource,
    description,
    authorityReport,
    wishes,
    occurred,
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
