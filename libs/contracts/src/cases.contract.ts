import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { caseAge } from '@panah/domain/vocabulary/case-team';
import { caseHoldReason, casePriority, caseState, riskLevel, serviceStream } from '@panah/domain/vocabulary/cases';
import { ListQuery } from './list.contract';
import { NoteView } from './notes.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class CaseListQuery extends ListQuery {
  /** A state, or OPEN for all but closed. */
  @IsOptional()
  @IsIn(['OPEN', ...caseState.codes])
  state?: string;

  @IsOptional()
  @IsIn(['NONE', ...serviceStream.codes])
  stream?: string;

  @IsOptional()
  @IsIn(casePriority.codes)
  priority?: string;

  @IsOptional()
  @IsIn(['NONE', ...riskLevel.codes])
  risk?: string;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string;

  /** The primary worker. */
  @IsOptional()
  @IsUUID()
  worker?: string;

  @IsOptional()
  @IsIn(caseAge.codes)
  age?: string;

  /** `opened`: the last opened first. `contact`: longest without contact first, never contacted before all. */
  @IsOptional()
  @IsIn(['opened', 'contact'])
  sort?: 'opened' | 'contact';

  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: 'asc' | 'desc';
}

/** What one may change about a case besides its steps. */
export class CaseInput {
  @IsIn(casePriority.codes)
  priority: string;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(9)
  @IsIn(serviceStream.codes, { each: true })
  streams: string[];

  @IsIn(COUNTRIES)
  country: string;
}

/** A step that rests on a signed ASSESSMENT or DECISION note of the same case. */
export class GroundedStepInput {
  @IsUUID()
  note: string;
}

/** The assessment ends on a signed note, and says what the person needs, or that they need nothing. */
export class AssessmentCompletionInput extends GroundedStepInput {
  @IsOptional()
  @IsBoolean()
  noNeeds?: boolean;
}

/** A step that needs no more than itself; words are welcome. */
export class PlainStepInput {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  /** Of the plan that was read, where the step is about one: when it was written anew meanwhile, the step is not taken. */
  @IsOptional()
  @IsInt()
  @Min(1)
  planVersion?: number;
}

/** A step that says why, in words. */
export class ReasonedStepInput {
  @IsString()
  @Length(3, 1000)
  reason: string;
}

export class HoldInput {
  @IsIn(caseHoldReason.codes)
  holdReason: string;

  /** At most ninety days ahead. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

/** Reopening makes the next period under the same reference; its worker has answered both questions (R-AC-13). */
export class ReopeningInput {
  @IsString()
  @Length(3, 1000)
  reason: string;

  @IsUUID()
  primaryWorkerId: string;
}

export class AllocationInput {
  @IsUUID()
  staffId: string;

  /** Asked for above the hard limit of R-CA-05. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class CaseWorkerView {
  id: string;
  name: string;
}

/** The name in use, where the reader may see it. */
export class CaseClientView {
  id: string;
  arab: string | null;
  latin: string | null;
  pseudonym: string;
}

export class CaseLineView {
  id: string;
  /** Null when the reader's place on the team does not open the person. */
  client: CaseClientView | null;
  caseRef: string;
  periodNo: number;
  state: string;
  stateSince: string;
  priority: string;
  streams: string[];
  country: string;
  riskLevel: string | null;
  primaryWorker: CaseWorkerView | null;
  openedOn: string;
  lastContactAt: string | null;
  /** The next day by which something is due in this state. */
  dueOn: string | null;
}

export class CaseListView {
  items: CaseLineView[];
  total: number;
  next: string | null;
}

export class CaseView {
  id: string;
  version: number;
  clientId: string;
  officeId: string;
  caseRef: string;
  periodNo: number;
  state: string;
  stateSince: string;
  /** While closure is requested: where the case stood before. */
  stateBefore: string | null;
  priority: string;
  streams: string[];
  country: string;
  riskLevel: string | null;
  primaryWorker: CaseWorkerView | null;
  openedOn: string;
  closedOn: string | null;
  assessmentDue: string | null;
  planDue: string | null;
  /** The next day by which something is due in this state. */
  dueOn: string | null;
  planSubmittedAt: string | null;
  planApprovedAt: string | null;
  lastContactAt: string | null;
  holdReason: string | null;
  holdReviewOn: string | null;
  closureReason: string | null;
  closureRequestedBy: CaseWorkerView | null;
  closureRequestedAt: string | null;
  /** The signed note that the request rests on. */
  closureNoteId: string | null;
  /** Steps open to the reader on this case: events of the process, and `edit`, `allocate`, `propose`, `block`, `read-blocks`. */
  actions: string[];
}

/** The first look into a file. */
export class CaseFileView {
  id: string;
  case: CaseView;
  /** Null when the reader's place on the team does not open the person. */
  client: CaseClientView | null;
  /** The newest twenty that were signed. */
  notes: NoteView[];
}

export class CaseStepView {
  id: string;
  action: string;
  from: string | null;
  to: string;
  by: CaseWorkerView | null;
  at: string;
  reason: string | null;
  note: string | null;
}

export class CaseHistoryView {
  steps: CaseStepView[];
}

/** A worker who could take the case, with what they carry (R-CA-05). */
export class CandidateView {
  id: string;
  name: string;
  openCases: number;
  points: number;
  /** With this case: FREE, SOFT (a warning) or HARD (a reason is needed). */
  level: string;
  /** Whether they stand on the team and could take the case now: YES, ASKED, NO; PRIMARY for the one who has it. */
  onTeam: string;
}

export class CandidatesView {
  softLimit: number;
  hardLimit: number;
  items: CandidateView[];
}
