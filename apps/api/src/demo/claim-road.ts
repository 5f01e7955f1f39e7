import { type ClaimAction, claimProcess, type ClaimState } from '@panah/domain/asylum/claim.process';
import { move } from '@panah/domain/process/process';
import type { AppealOutcome, DecisionType, ServiceMethod, SuspensiveEffect } from '@panah/domain/vocabulary/claims';
import type { Chance } from './chance';

/** What an authority or a court decided on the way. */
export interface DrawnDecision {
  type: DecisionType | null;
  outcome: AppealOutcome | null;
  instance: 1 | 2 | 3;
  decidedAgo: number;
  servedAgo: number;
  method: ServiceMethod;
  suspensive: SuspensiveEffect;
  appealPossible: boolean;
}

/** One step of a claim, and how many days before now it was taken. */
export interface RoadStep {
  action: ClaimAction;
  from: ClaimState;
  to: ClaimState;
  ago: number;
  decision: DrawnDecision | null;
}

/** What comes next: how often, and after how many days (the median). From lodging to the decision they add up to the 290 days of model.md 8.2. */
type Ways = Partial<Record<ClaimAction, readonly [share: number, days: number]>>;
const WAYS: Partial<Record<ClaimState, Ways>> = {
  PREPARING: { make: [97, 10], abandon: [3, 20] },
  MADE: { register: [98, 6], withdraw: [2, 10] },
  REGISTERED: { lodge: [98, 11], withdraw: [2, 20] },
  LODGED: {
    start_examination: [84, 14],
    start_responsibility: [7, 14],
    start_admissibility: [6, 14],
    suspend: [1, 30],
    withdraw: [2, 40],
  },
  RESPONSIBILITY: { responsible_here: [68, 60], transfer_decision: [30, 60], withdraw: [2, 40] },
  ADMISSIBILITY: { admissible: [78, 40], inadmissible: [20, 40], withdraw: [2, 40] },
  EXAMINATION: { set_interview: [94, 150], suspend: [3, 60], withdraw: [3, 90] },
  INTERVIEW_SET: { held: [96, 20], reschedule: [4, 10] },
  INTERVIEWED: { decide_positive: [58, 100], decide_negative: [42, 100] },
  DECIDED_POSITIVE: { final: [97, 21], appeal_upgrade: [3, 7] },
  DECIDED_NEGATIVE: { lodge_appeal: [72, 6], lapse: [28, 30] },
  APPEAL_LODGED: { hearing_held: [90, 120], ruling_negative: [7, 90], withdraw_appeal: [3, 60] },
  APPEAL_HEARD: { ruling_positive: [27, 30], remitted: [8, 30], ruling_negative: [50, 30], further_appeal: [15, 45] },
  FURTHER_APPEAL: { ruling_positive: [20, 200], remitted: [10, 200], ruling_negative: [70, 200] },
  SUSPENDED: { resume: [100, 120] },
};
const AFTER_TRANSFER: Ways = { lodge_appeal: [45, 4], transfer_executed: [55, 40] };
const SPREAD = 0.55;

/** How a claim ends that is not over when its case is closed; elsewhere it is withdrawn. One that is suspended stays so. */
const AT_CLOSURE: Partial<Record<ClaimState, ClaimAction>> = {
  PREPARING: 'abandon',
  DECIDED_POSITIVE: 'final',
  DECIDED_NEGATIVE: 'lapse',
  APPEAL_LODGED: 'withdraw_appeal',
  APPEAL_HEARD: 'ruling_negative',
  FURTHER_APPEAL: 'ruling_negative',
};

const GRANTED = { REFUGEE: 55, SUBSIDIARY: 32, HUMANITARIAN_NATIONAL: 13 } as const;
const REFUSED = { REFUSED_MERITS: 82, REFUSED_MANIFEST: 12, DISCONTINUED: 6 } as const;
const DISMISSED = { DISMISSED: 85, INADMISSIBLE: 10, STRUCK_OUT: 5 } as const;
const METHODS: Record<Exclude<ServiceMethod, 'PUBLIC_NOTICE' | 'FICTION'>, number> = { IN_PERSON: 42, POST: 33, LAWYER: 20, ELECTRONIC: 5 };
const SUSPENSIVE: Record<SuspensiveEffect, number> = { AUTOMATIC: 78, ON_REQUEST: 12, NO: 8, UNKNOWN: 2 };

/** Draws how far a claim came since it was begun. `end` is when its case was closed, in days before now; 0 while that is open. */
export function drawRoad(chance: Chance, begunAgo: number, end: number): RoadStep[] {
  const steps: RoadStep[] = [];
  for (let [state, ago]: [ClaimState, number] = ['PREPARING', begunAgo]; ;) {
    const ways = steps.at(-1)?.action === 'transfer_decision' ? AFTER_TRANSFER : WAYS[state];
    if (!ways) return steps;
    const [action, days] = drawWay(chance, ways);
    const next = ago - Math.max(1, Math.round(chance.longTailed(days, SPREAD)));
    if (next <= end) return end > 0 ? [...steps, ...atClosure(chance, state, ago, end)] : steps;
    const step = stepOf(chance, action, state, ago, next);
    steps.push(step);
    [state, ago] = [step.to, step.ago];
  }
}

function drawWay(chance: Chance, ways: Ways): [action: ClaimAction, days: number] {
  const shares = Object.fromEntries(Object.entries(ways).map(([action, [share]]) => [action, share])) as Record<ClaimAction, number>;
  const action = chance.weighted(shares);
  return [action, ways[action]?.[1] ?? 1];
}

function atClosure(chance: Chance, state: ClaimState, before: number, end: number): RoadStep[] {
  return state === 'SUSPENDED' ? [] : [stepOf(chance, AT_CLOSURE[state] ?? 'withdraw', state, before, end)];
}

function stepOf(chance: Chance, action: ClaimAction, from: ClaimState, before: number, ago: number): RoadStep {
  return { action, from, to: move(claimProcess, from, action), ago, decision: drawDecision(chance, action, from, before, ago) };
}

function drawDecision(chance: Chance, action: ClaimAction, from: ClaimState, before: number, ago: number): DrawnDecision | null {
  const said = saidBy(chance, action);
  if (!said) return null;
  // a further appeal follows from a ruling that was served before it
  const servedAgo = action === 'further_appeal' ? ago + chance.between(0, Math.min(24, before - ago)) : ago;
  return {
    ...said,
    instance: said.outcome === null ? 1 : from === 'FURTHER_APPEAL' ? 3 : 2,
    decidedAgo: servedAgo + chance.between(0, Math.min(9, before - servedAgo)),
    servedAgo,
    method: chance.weighted(METHODS),
    suspensive: chance.weighted(SUSPENSIVE),
    appealPossible: action === 'further_appeal' || (said.outcome === null && action !== 'decide_positive'),
  };
}

function saidBy(chance: Chance, action: ClaimAction): Pick<DrawnDecision, 'type' | 'outcome'> | null {
  if (action === 'decide_positive') return { type: chance.weighted(GRANTED), outcome: null };
  if (action === 'decide_negative') return { type: chance.weighted(REFUSED), outcome: null };
  if (action === 'transfer_decision') return { type: 'TRANSFER', outcome: null };
  if (action === 'inadmissible') return { type: 'INADMISSIBLE', outcome: null };
  if (action === 'ruling_positive') return { type: chance.weighted(GRANTED), outcome: 'ALLOWED' };
  if (action === 'remitted') return { type: null, outcome: 'ANNULLED_REMITTED' };
  return action === 'ruling_negative' || action === 'further_appeal' ? { type: null, outcome: chance.weighted(DISMISSED) } : null;
}
