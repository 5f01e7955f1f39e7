import { IsISO8601, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { privateNoteType, recordNoteType } from '@panah/domain/vocabulary/counselling';
import { CounsellingPersonView } from './counselling-person.contract';
import { INSTANT } from './instant';

const WORDS = 4000;

export class SharedSummaryInput {
  @IsString()
  @Length(3, WORDS)
  text: string;
}

export class ClinicalNoteInput {
  @IsIn(recordNoteType.codes)
  type: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  happenedAt: string;

  @IsString()
  @MaxLength(20_000)
  body: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** The signed note of the same author that this one adds to. */
  @IsOptional()
  @IsUUID()
  addsTo?: string;
}

export class PrivateNoteInput {
  @IsIn(privateNoteType.codes)
  type: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  happenedAt: string;

  @IsString()
  @MaxLength(20_000)
  body: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

export class SharedSummaryView {
  text: string;
  at: string;
  by: CounsellingPersonView;
}

export class ClinicalNoteView {
  id: string;
  version: number;
  type: string;
  state: string;
  happenedAt: string;
  sessionId: string | null;
  addsToId: string | null;
  author: CounsellingPersonView;
  /** Null where only the author reads it yet. */
  body: string | null;
  writtenAt: string;
  signedAt: string | null;
  /** FRESH, WARN or LEAD: how long it has waited for its signature (R-CN-04); null when signed. */
  waiting: string | null;
  actions: string[];
}

export class ClinicalNoteListView {
  id: string;
  items: ClinicalNoteView[];
  actions: string[];
}

export class PrivateNoteView {
  id: string;
  version: number;
  episodeId: string;
  type: string;
  state: string;
  happenedAt: string;
  sessionId: string | null;
  author: CounsellingPersonView;
  body: string;
  signedAt: string | null;
  actions: string[];
}

export class PrivateNoteListView {
  id: string;
  items: PrivateNoteView[];
}
