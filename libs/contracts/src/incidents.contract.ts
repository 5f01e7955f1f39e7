import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import {
  allegedSource,
  authorityReport,
  incidentSeverity,
  incidentState,
  incidentType,
  sourceConfidence,
} from '@panah/domain/vocabulary/incidents';
import { ListQuery } from './list.contract';
import { PartialDateInput, type PartialDateView } from './partial-date.contract';

/** What is told of every incident. The source is what was said, never a finding. */
export class IncidentTold {
  @IsIn(incidentType.codes)
  type: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  occurred?: PartialDateInput;

  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  occurredTime?: string;

  @IsOptional()
  @IsIn(contactChannel.codes)
  channel?: string;

  @IsIn(allegedSource.codes)
  allegedSource: string;

  @IsIn(sourceConfidence.codes)
  confidence: string;

  @IsString()
  @Length(3, 20_000)
  description: string;

  /** Other clients whom it touched, by the references of their cases. The client of the case is counted anyway. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  affectedCaseRefs: string[];

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  affectedOthers?: string;

  @IsIn(authorityReport.codes)
  authorityReport: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  authorityRef?: string;

  /** Whoever reports asks not to be named. */
  @IsBoolean()
  reporterHidden: boolean;
}

/** Something that happened to a client. */
export class IncidentInput extends IncidentTold {
  /** What the client wants to happen. */
  @IsString()
  @Length(2, 2000)
  wishes: string;
}

/** Something that happened to the office, a colleague, a house, data. Whom or what it touched is said in `affectedOthers`, or by clients' cases. */
export class OfficeIncidentInput extends IncidentTold {
  @IsUUID()
  officeId: string;

  /** What those whom it touched want to happen. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  wishes?: string;
}

export class IncidentListQuery extends ListQuery {
  @IsOptional()
  @IsIn(incidentState.codes)
  state?: string;

  @IsOptional()
  @IsIn(incidentType.codes)
  type?: string;

  @IsOptional()
  @IsIn(incidentSeverity.codes)
  severity?: string;
}

export class IncidentPersonView {
  id: string;
  name: string;
}

export class IncidentActionView {
  id: string;
  text: string;
  owner: IncidentPersonView;
  dueOn: string;
  doneOn: string | null;
}

export class EvidenceSumView {
  bytes: number;
  /** In hex. */
  sha256: string;
}

export class EvidenceFileView {
  /** What it is by its content. */
  kind: string;
  /** Whether a scanner looked at it, and what it said. */
  state: string;
  /** Of the cleaned file. */
  bytes: number;
  sha256: string;
  /** The file as it came, where it was kept. */
  original: EvidenceSumView | null;
}

export class EvidenceRemovalView {
  by: IncidentPersonView;
  at: string;
  why: string;
}

export class EvidenceView {
  id: string;
  /** Empty when it was taken off the list. */
  what: string;
  capturedAt: string;
  url: string | null;
  sha256: string | null;
  file: EvidenceFileView | null;
  addedBy: IncidentPersonView;
  addedAt: string;
  removed: EvidenceRemovalView | null;
  /** `look`, `download`, `original`, `scan`, `remove`: what the reader may do with it now. */
  actions: string[];
}

export class IncidentOfficeView {
  id: string;
  name: string;
}

export class AffectedCaseView {
  caseId: string;
  caseRef: string;
}

export class IncidentLineView {
  id: string;
  /** Null where it names no case: then it is the office's. */
  caseId: string | null;
  caseRef: string | null;
  office: string;
  pseudonym: string | null;
  type: string;
  state: string;
  severity: string | null;
  confidence: string;
  reportedAt: string;
  reviewOn: string | null;
}

export class IncidentListView {
  items: IncidentLineView[];
  total: number;
  next: string | null;
  /** What the reader may do here besides reading. */
  actions: string[];
}

export class IncidentView {
  id: string;
  /** Null where it names no case: then it is the office's. */
  caseId: string | null;
  caseRef: string | null;
  office: IncidentOfficeView;
  version: number;
  type: string;
  state: string;
  severity: string | null;
  confidence: string;
  /** A word of duress opened it. */
  isDuress: boolean;
  occurred: PartialDateView | null;
  occurredTime: string | null;
  channel: string | null;
  allegedSource: string;
  description: string;
  affected: AffectedCaseView[];
  affectedOthers: string | null;
  authorityReport: string;
  authorityRef: string | null;
  wishes: string;
  /** Null when whoever reported asked not to be named to this reader. */
  reportedBy: IncidentPersonView | null;
  reporterHidden: boolean;
  reportedAt: string;
  actionsTaken: IncidentActionView[];
  evidence: EvidenceView[];
  reviewOn: string | null;
  lessons: string | null;
  clientInformed: boolean | null;
  closedAt: string | null;
  /** Who can be asked to do something about it; null where anybody of the office can, or the reader asks nobody. */
  mayOwnActions: IncidentPersonView[] | null;
  actions: string[];
}
