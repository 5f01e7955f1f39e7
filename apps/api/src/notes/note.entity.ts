import type { NoteState } from '@panah/domain/notes/note.process';
import type { NoteClass } from '@panah/domain/notes/note.rules';
import type { CaseNoteType } from '@panah/domain/vocabulary/notes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note on a case. What was said, how and for how long is in the sealed payload: under the client's key, of the legal compartment when privileged. */
@Entity({ name: 'case_note' })
export class CaseNote {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('text')
  type: CaseNoteType;

  @Column('text')
  class: NoteClass;

  @Column('text')
  state: NoteState;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt: Date;

  @Column('uuid', { array: true, nullable: true })
  readers: string[] | null;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('timestamptz', { name: 'moved_at', nullable: true })
  movedAt: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason: string | null;

  @Column('timestamptz', { name: 'void_asked_at', nullable: true })
  voidAskedAt: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  @Column('uuid', { name: 'voided_by', nullable: true })
  voidedBy: string | null;

  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}

/** What is personal about a note. */
export interface NoteSecrets {
  body: string;
  direction: string | null;
  channel: string | null;
  minutes: number | null;
}

/** What the writer decides in plain: what the timeline sorts and the walls compare. */
export type NotePlain = Pick<CaseNote, 'type' | 'class' | 'happenedAt' | 'readers' | 'correctsId'>;

/** What of a note is read. */
export type ShownNote = Omit<CaseNote, 'orgId' | 'voidedBy'>;

/** A note and its text; null when the text is closed to the reader. */
export interface OpenNote {
  row: ShownNote;
  secrets: NoteSecrets | null;
}
