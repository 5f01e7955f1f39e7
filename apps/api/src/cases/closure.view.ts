import type { CaseClosureView, ClosureView } from '@panah/contracts/closures.contract';
import { type Proof, PROOF_NEEDED } from '@panah/domain/cases/lost-contact.rules';
import { changeSince } from '@panah/domain/reintegration/outcome.rules';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import type { OpenReview } from '../reintegration/outcome-review.entity';
import { workerOf } from './case.view';
import type { ReachedCase } from './case.records';
import type { OpenClosure } from './closure.records';

type Names = ReadonlyMap<string, string>;

export interface StockFound {
  closure: OpenClosure | null;
  reviews: readonly OpenReview[];
  names: Names;
  unmet: { id: string; code: string }[];
  proof: Proof;
  safe: ReadonlySet<string>;
  holds: string[];
  /** The day until which it would be kept, or is. */
  retentionUntil: string;
}

export function closureView(file: ReachedCase, found: StockFound): CaseClosureView {
  const at = (point: string) => found.reviews.find(({ row }) => row.point === point);
  const [baseline, end] = [at('BASELINE'), at('CLOSURE')];
  return {
    id: file.id,
    closure: found.closure && requestView(found.closure, found.names),
    outcomes: end
      ? outcomeDomain.codes.map((domain) => ({
          domain,
          baseline: baseline?.levels[domain] ?? null,
          closure: end.levels[domain],
          change: changeSince(baseline?.levels ?? null, end.levels, domain),
        }))
      : [],
    outcomesNeeded: file.state === 'ACTIVE' || file.state === 'ON_HOLD',
    unmetNeeds: found.unmet,
    proof: { ...found.proof, attemptsNeeded: PROOF_NEEDED.attempts, channelsNeeded: PROOF_NEEDED.channels, daysNeeded: PROOF_NEEDED.days },
    safeChannels: [...found.safe],
    holds: found.holds,
    retentionUntil: found.closure?.row.retentionUntil ?? found.retentionUntil,
  };
}

function requestView({ row, secrets }: OpenClosure, names: Names): ClosureView {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    clientTold: row.clientTold,
    clientNotToldWhy: secrets.clientNotToldWhy,
    followUp: row.followUpAgreed,
    followUpChannel: secrets.followUpChannel,
    followUpWords: secrets.followUpWords,
    checklist: [...secrets.checklist],
    safetyCheck: secrets.safetyCheck,
    handover: secrets.handover,
    unmetNeeds: secrets.unmetNeeds,
    unmetWords: secrets.unmetWords,
    attempts: row.attempts,
    attemptChannels: row.attemptChannels,
    attemptDays: row.attemptDays,
    requestedBy: workerOf(row.requestedBy, names),
    requestedAt: row.requestedAt.toISOString(),
    decidedBy: workerOf(row.decidedBy, names),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    retentionUntil: row.retentionUntil,
  };
}
