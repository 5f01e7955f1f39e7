import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { documentType } from '@panah/domain/vocabulary/documents';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SOMETHING = /\S/;

/** What is told of a document, at first and when it is put right. */
export class CaseDocumentEditInput {
  @IsIn(documentType.codes)
  type: string;

  /** Neutral: it may be read over a shoulder (R-CA-11). */
  @IsString()
  @Length(1, 120)
  @Matches(SOMETHING)
  title: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  receivedOn: string;

  /** The last day on which it is valid, where it has one. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;
}

/** Told beside the bytes of a new document. */
export class CaseDocumentInput extends CaseDocumentEditInput {
  /** Only its ending is looked at; the name itself is not kept. */
  @IsString()
  @MaxLength(255)
  fileName: string;

  /** Of the legal team only; a power of attorney may be. */
  @IsOptional()
  @IsBoolean()
  privileged?: boolean;

  /** Keeps the file as it came beside the cleaned one, with all that it tells, as evidence. */
  @IsOptional()
  @IsBoolean()
  keepAsEvidence?: boolean;

  /** The document of the same case that this one translates. */
  @IsOptional()
  @IsUUID()
  translationOf?: string;
}

export class CaseDocumentListQuery extends ListQuery {
  @IsOptional()
  @IsIn(documentType.codes)
  type?: string;
}

export class CaseDocumentFileQuery {
  /** `seen`: the warning that nobody has scanned this file was read. */
  @IsOptional()
  @IsIn(['seen'])
  warning?: string;
}

export class CaseDocumentKeeperView {
  id: string;
  name: string;
}

export class CaseDocumentView {
  id: string;
  caseId: string;
  version: number;
  type: string;
  title: string;
  class: string;
  privileged: boolean;
  /** Whether a scanner looked at it, and what it said. */
  state: string;
  /** What the file is by its content. */
  kind: string;
  /** Of the cleaned file. */
  bytes: number;
  /** Of the cleaned file, in hex. */
  sha256: string;
  receivedOn: string;
  validTo: string | null;
  language: string | null;
  translationOf: string | null;
  addedAt: string;
  addedBy: CaseDocumentKeeperView;
  /** The file as it came is kept as evidence: its length and its sum. */
  evidence: CaseDocumentEvidenceView | null;
  /** What the reader may do with it now. */
  actions: string[];
}

export class CaseDocumentEvidenceView {
  bytes: number;
  sha256: string;
}

export class CaseDocumentListView {
  items: CaseDocumentView[];
  total: number;
  next: string | null;
  /** Types the reader may add here; empty for those who only read. */
  types: string[];
  /** Whether the reader may add one of the legal team only. */
  mayBePrivileged: boolean;
  /** Whether a scanner looks at what comes. */
  scanned: boolean;
}
