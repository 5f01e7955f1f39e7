import type { ClosureRequestInput } from '@panah/contracts/closures.contract';
import type { CaseAction } from '@panah/domain/cases/case.process';
import type { CaseChange } from './case.entity';

/** What came with a step. */
export interface StepGiven {
  note?: string;
  reason?: string;
  holdReason?: string;
  reviewOn?: string;
  closureReason?: string;
  /** Of a closure: the whole of what was said. */
  stock?: ClosureRequestInput;
  noNeeds?: boolean;
  /** Of the plan that was read. */
  planVersion?: number;
}

export interface StepTaker extends StepGiven {
  by: string;
  now: Date;
  /** The office's day. */
  today: string;
}

const NO_PLAN: CaseChange = { planSubmittedBy: null, planSubmittedAt: null, planApprovedBy: null, planApprovedAt: null };
const NO_HOLD: CaseChange = { holdReason: null, holdReviewOn: null };
const NO_CLOSURE: CaseChange = { closureReason: null, closureNoteId: null, closureRequestedBy: null, closureRequestedAt: null };

const CHANGES: Record<CaseAction, (step: StepTaker) => CaseChange> = {
  complete_assessment: ({ note = null }) => ({ assessmentNoteId: note }),
  submit_plan: ({ by, now }) => ({ planSubmittedBy: by, planSubmittedAt: now }),
  approve_plan: ({ by, now }) => ({ planApprovedBy: by, planApprovedAt: now }),
  return_plan: () => ({ planSubmittedBy: null, planSubmittedAt: null }),
  revise_plan: () => NO_PLAN,
  hold: ({ holdReason = null, reviewOn = null }) => ({ holdReason, holdReviewOn: reviewOn }),
  resume: () => NO_HOLD,
  request_closure: ({ closureReason = null, note = null, by, now }) => ({
    closureReason,
    closureNoteId: note,
    closureRequestedBy: by,
    closureRequestedAt: now,
  }),
  approve_closure: ({ by, today }) => ({ ...NO_HOLD, closedBy: by, closedOn: today }),
  reject_closure: () => ({ ...NO_CLOSURE, ...NO_HOLD }),
  reject_closure_early: () => ({ ...NO_CLOSURE, ...NO_PLAN }),
  reopen: () => ({}),
};

/** What a step leaves on the case besides its state. */
export function changeBy(action: CaseAction, step: StepTaker): CaseChange {
  return CHANGES[action](step);
}
