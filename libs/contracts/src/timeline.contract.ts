import { IsIn, IsOptional } from 'class-validator';
import { TIMELINE_KINDS, type TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { ListQuery } from './list.contract';
import { NotePersonView, NoteView } from './notes.contract';

export class TimelineQuery extends ListQuery {
  @IsOptional()
  @IsIn(TIMELINE_KINDS)
  kind?: TimelineKind;

  /** Notes of one type; then nothing else is told. */
  @IsOptional()
  @IsIn(caseNoteType.codes)
  type?: string;
}

/** Something that moved on the file. */
export class TimelineStepView {
  /** What moved, as `consent` or `risk_assessment`. */
  subject: string;
  subjectId: string;
  action: string;
  from: string | null;
  to: string;
  /** A code; free words stand with the record itself. */
  reason: string | null;
  /** The purpose of a consent, as a code. */
  about: string | null;
  by: NotePersonView | null;
}

/** One of the two is null. */
export class TimelineLineView {
  id: string;
  at: string;
  note: NoteView | null;
  step: TimelineStepView | null;
}

export class TimelineView {
  /** Newest first. */
  items: TimelineLineView[];
  /** The reader's own unsigned notes on this case, newest first; only with the first page. */
  drafts: NoteView[];
  next: string | null;
  /** Types of note that the reader may write here; empty for those who only read. */
  types: string[];
  /** Ways of contact by which nobody goes out to this client (R-RI-07); only with the first page, for those who log contacts. */
  shutWays: string[];
}
