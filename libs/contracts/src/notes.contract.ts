import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { caseNoteType, contactDirection, noteVoidReason } from '@panah/domain/vocabulary/notes';
import { ListQuery } from './list.contract';
import { INSTANT } from './instant';

/** A note as it is written: a draft may have holes, what is signed may not. */
export class NoteInput {
  @IsIn(caseNoteType.codes)
  type: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  happenedAt: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  body?: string;

  @IsOptional()
  @IsIn(contactDirection.codes)
  direction?: string;

  @IsOptional()
  @IsIn(contactChannel.codes)
  channel?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1440)
  minutes?: number;

  /** The signed note of the same case that a CORRECTION is about. */
  @IsOptional()
  @IsUUID()
  corrects?: string;

  /** Who may read a SENSITIVE note: members of the case team. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  namedReaders?: string[];
}

export class NoteListQuery extends ListQuery {
  @IsOptional()
  @IsIn(caseNoteType.codes)
  type?: string;
}

/** The author asks that a note be voided. */
export class NoteVoidInput {
  @IsIn(noteVoidReason.codes)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  explanation?: string;
}

/** A coordinator voids it, and puts its text into the right file in the same act. */
export class NoteVoidConfirmationInput {
  @IsOptional()
  @IsString()
  @Length(3, 20)
  moveToCaseRef?: string;
}

/** Why the note stays. */
export class NoteVoidRefusalInput {
  @IsString()
  @Length(3, 500)
  explanation: string;
}

export class NotePersonView {
  id: string;
  name: string;
}

export class NoteReaderView {
  id: string;
  name: string;
  role: string;
}

export class NoteReadersView {
  items: NoteReaderView[];
}

export class NoteView {
  id: string;
  caseId: string;
  version: number;
  type: string;
  /** CONFIDENTIAL, RESTRICTED or SEALED: who may read it. */
  class: string;
  state: string;
  happenedAt: string;
  /** Null when the text is closed to everyone (voided) or to the reader. */
  body: string | null;
  direction: string | null;
  channel: string | null;
  minutes: number | null;
  author: NotePersonView;
  /** Named readers; null when the class alone decides. */
  readers: NotePersonView[] | null;
  correctsId: string | null;
  savedAt: string;
  signedAt: string | null;
  /** When a coordinator brought it here from a wrong file. */
  movedAt: string | null;
  voidReason: string | null;
  voidAskedAt: string | null;
  voidedAt: string | null;
  /** What the reader may do with it now. */
  actions: string[];
}

export class NoteListView {
  items: NoteView[];
  /** The reader's own unsigned notes on this case, newest first; only with the first page. */
  drafts: NoteView[];
  total: number;
  next: string | null;
  /** Types the reader may write here; empty for those who only read. */
  types: string[];
}
