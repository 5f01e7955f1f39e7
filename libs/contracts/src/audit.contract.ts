import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { ListQuery } from './list.contract';
import { INSTANT } from './instant';

export class AuditQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** A word of the access table, or its noun: `case:hold` or `case`. */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z-]+(:[a-zA-Z_-]+)?$/)
  word?: string;

  @IsOptional()
  @IsIn(['DONE', 'REFUSED', 'NOT_FOUND', 'INVALID', 'FAILED'])
  outcome?: string;

  /** The id of a record: what it was about, the client it hangs on, or one of those returned. */
  @IsOptional()
  @IsUUID()
  recordId?: string;

  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  to?: string;
}

/** One line of the log. Ids and names of fields; never a value, never a client's name. */
export class AuditLineView {
  id: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  /** The colleague's own name; null for a job or somebody who was not signed in. */
  actorName: string | null;
  word: string;
  outcome: string;
  status: number;
  subjectType: string | null;
  subjectId: string | null;
  clientId: string | null;
  recordCount: number;
  recordIds: string[];
  fieldClasses: string[];
  changedFields: string[];
  reason: string | null;
  requestId: string;
}

export class AuditListView {
  items: AuditLineView[];
  total: number;
  next: string | null;
}

/** Who opened a file: for its primary worker and the coordinator. */
export class FileLookView {
  id: string;
  at: string;
  actorName: string | null;
  word: string;
  outcome: string;
  fieldClasses: string[];
  changedFields: string[];
  reason: string | null;
}

export class FileLooksView {
  items: FileLookView[];
  total: number;
  next: string | null;
}

/** What a check of the whole log found. Numbers only: they tell nothing of what the lines say. */
export class AuditVerificationView {
  /** Every line with a number is as it was written, none is missing, and the signed checkpoints agree. */
  ok: boolean;
  /** Lines that carry a number. */
  sealed: number;
  /** Lines of the last moment that wait for theirs. */
  unsealed: number;
  /** The first number that is not in order. */
  firstBad: number | null;
  /** Why, as a code of `auditFinding`. */
  reason: string | null;
  checkedAt: string;
}
