import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { caseAge } from '@panah/domain/vocabulary/case-team';
import { casePriority, caseState, riskLevel, serviceStream } from '@panah/domain/vocabulary/cases';
import { ListQuery } from './list.contract';
import { NoteView } from './notes.contract';

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
