import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { overdueKind } from '@panah/domain/vocabulary/board';
import { ListQuery } from './list.contract';

export class BoardPersonView {
  id: string;
  name: string;
}

export class BoardNameView {
  arab: string | null;
  latin: string | null;
}

/** One decision that waits for a second person. What it changes is read where it belongs, when it is looked at. */
export class ApprovalView {
  /** Of the plan version, case, assessment, legal basis, note or enquiry. */
  id: string;
  kind: string;
  caseId: string | null;
  caseRef: string | null;
  name: BoardNameView | null;
  pseudonym: string | null;
  askedBy: BoardPersonView | null;
  askedAt: string;
  /** By when, where there is a clock. */
  due: string | null;
  late: boolean;
  /** Asked for or written by the reader: it waits for a colleague. */
  own: boolean;
}

export class ApprovalListView {
  items: ApprovalView[];
  /** How many wait for the reader. */
  total: number;
}

/** The figures of the navigation. */
export class WaitingView {
  approvals: number;
}

export class OverdueQuery extends ListQuery {
  @IsOptional()
  @IsIn(overdueKind.codes)
  kind?: string;

  @IsOptional()
  @IsUUID()
  worker?: string;
}

/** Something that should have been done by now. */
export class OverdueLineView {
  id: string;
  kind: string;
  caseId: string | null;
  caseRef: string | null;
  name: BoardNameView | null;
  pseudonym: string | null;
  /** Of a task. */
  taskKind: string | null;
  /** Of something to do about an incident of the office. */
  incidentId: string | null;
  worker: BoardPersonView | null;
  /** An instant with Z, or a day of the office. */
  due: string;
  days: number;
}

export class OverdueKindView {
  kind: string;
  total: number;
}

export class OverdueListView {
  items: OverdueLineView[];
  total: number;
  next: string | null;
  /** How many of each kind are late, whatever kind is shown. */
  kinds: OverdueKindView[];
}

/** An open case at high or imminent risk. */
export class HighRiskLineView {
  id: string;
  caseRef: string;
  state: string;
  name: BoardNameView | null;
  pseudonym: string | null;
  level: string;
  reviewAt: string | null;
  reviewLate: boolean;
  lastContactAt: string | null;
  contactDueAt: string;
  contactLate: boolean;
  /** IN_FORCE, DECLINED, DUE or LATE; null where none is asked for. */
  safetyPlan: string | null;
  worker: BoardPersonView | null;
}

export class HighRiskListView {
  items: HighRiskLineView[];
  total: number;
  next: string | null;
}

/** Somebody who is away now or soon, and who stands in. */
export class BoardAbsenceView {
  from: string;
  until: string;
  deputy: BoardPersonView | null;
  deputyMissing: boolean;
}

/** What one worker carries (R-CA-05). */
export class WorkerLoadView {
  id: string;
  name: string;
  /** Whether they still work here. */
  active: boolean;
  openCases: number;
  highRisk: number;
  points: number;
  /** FREE, SOFT or HARD. */
  level: string;
  absence: BoardAbsenceView | null;
}

export class CapacityView {
  softLimit: number;
  hardLimit: number;
  openCases: number;
  points: number;
  workers: WorkerLoadView[];
}
