import { Injectable } from '@nestjs/common';
import type { NoteListQuery, NoteView } from '@panah/contracts/notes.contract';
import type { CaseNoteType } from '@panah/domain/vocabulary/notes';
import type { NoteState } from '@panah/domain/notes/note.process';
import { currentActor, hasWord, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { type NamedRow, StaffRecords } from '../staff/staff.records';
import type { NoteSecrets, OpenNote, ShownNote } from './note.entity';
import { noteView } from './note.view';
import { askedOnce, noteReach, noteReachValues, openableText, visibleNotes } from './note-reach';

export interface NotePage {
  notes: OpenNote[];
  total: number;
  next: string | null;
}

type NoteRow = ShownNote & Record<string, unknown>;

/** A note with the closed row of its author. */
export interface NoteWithAuthor extends ShownNote {
  authorSealed: Buffer | null;
  authorSealVersion: number;
}

/** Of a note `n`, what is not sealed. */
const PLAIN = `n.id, n.office_id as "officeId", n.client_id as "clientId", n.case_id as "caseId",
  n.author_id as "authorId", n.type, n.class, n.state, n.happened_at as "happenedAt", n.readers, n.corrects_id as "correctsId", n.saved_at as "savedAt",
  n.signed_at as "signedAt", n.moved_at as "movedAt", n.void_reason as "voidReason", n.void_asked_at as "voidAskedAt", n.voided_at as "voidedAt",
  n.seal_version as "sealVersion", n.version`;
const COLUMNS = `${PLAIN}, ${openableText('n')} as sealed`;

/** A note, with what of it opens to the reader. */
const oneNote = (first: number): string => `case_note n cross join lateral (${noteReach('n', first)}) reach`;
/** The reach is the same for all notes of the case $1: it is asked for once. A note that stood with another client would not be shown. */
const ofCase = (first: number): string => `with reach as materialized (
  select f.id as case_id, f.client_id, f.office_id, r.* from case_file f cross join lateral (${noteReach('f', first)}) r where f.id = $1)`;
const NOTES_OF_CASE = `reach join case_note n on n.case_id = reach.case_id and n.client_id = reach.client_id and n.office_id = reach.office_id`;

const ONE = { name: 'note.one', text: `select ${COLUMNS} from ${oneNote(2)} where n.id = $1 and ${visibleNotes('n', 2)}` };
const HOLD = { name: 'note.hold', text: `${ONE.text} for update of n` };
const LAST = {
  name: 'note.last',
  text: `${ofCase(3)} select ${COLUMNS}, a.sealed as "authorSealed", a.seal_version as "authorSealVersion"
           from ${NOTES_OF_CASE} left join staff_member a on a.id = n.author_id where n.state <> 'DRAFT' and ${visibleNotes('n', 3)}
          order by n.happened_at desc, n.id desc limit $2`,
};
const SIGNED_HERE = `n.state <> 'DRAFT' and ($2::text is null or n.type = $2) and ${visibleNotes('n', 6)}`;
const LIST = {
  name: 'note.list',
  text: `${ofCase(6)} select ${COLUMNS}, (select count(*)::int from ${NOTES_OF_CASE} where ${SIGNED_HERE}) as total from ${NOTES_OF_CASE}
          where ${SIGNED_HERE} and ($3::timestamptz is null or (n.happened_at, n.id) < ($3, $4::uuid)) order by n.happened_at desc, n.id desc limit $5`,
};
// the reach is a question of its own: where there is no draft, nobody asks it
const DRAFTS = {
  name: 'note.drafts-of-case',
  text: `${ofCase(2)} select ${PLAIN}, ${openableText('n', askedOnce)} as sealed from case_note n
          where n.author_id = $3::uuid and n.state = 'DRAFT' and n.case_id = $1 and n.client_id = (select reach.client_id from reach)
            and n.office_id = (select reach.office_id from reach) and ${visibleNotes('n', 2, askedOnce)} order by n.saved_at desc limit 20`,
};
const SIGNED = {
  name: 'note.signed',
  text: `select n.type, n.state from ${oneNote(3)} where n.id = $1 and n.case_id = $2 and n.state in ('FINAL', 'VOID_ASKED') and ${visibleNotes('n', 3)}`,
};
const ATTEMPTS = {
  name: 'note.attempts-since-contact',
  text: `${ofCase(2)} select ${COLUMNS} from ${NOTES_OF_CASE} where n.type = 'ATTEMPT' and n.state in ('FINAL', 'VOID_ASKED') and ${visibleNotes('n', 2)}
            and n.happened_at > coalesce((select max(c.happened_at) from case_note c where c.case_id = $1 and c.type = 'CONTACT' and c.state in ('FINAL', 'VOID_ASKED')), '-infinity')
          order by n.happened_at`,
};
const READERS = {
  name: 'note.readers-of-case',
  text: `select t.staff_id as id, t.role from case_team t join case_file f on f.id = t.case_id
          where t.case_id = $1 and t.staff_id <> $3 and 'NOTES' = any(t.classes) and t.starts_at <= now() and t.ended_at is null and (t.ends_at is null or t.ends_at > now())
            and ($2::uuid[] is null or t.staff_id = any($2)) and ${withinReachOfOne('f', 'client_id', 4)} order by t.starts_at, t.id`,
};

/** The door to the notes, for reading. Reach is by class, named readers and authorship: `visibleNotes`. */
@Injectable()
export class NoteRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly staff: StaffRecords,
  ) {}

  /** The newest signed notes of a case that the reader may see, newest first, still closed. The caller checks that the case is in reach. */
  async lastOf(caseId: string, limit: number): Promise<NoteWithAuthor[]> {
    return hasWord('note:read') ? currentWork().rows<NoteWithAuthor & NoteRow>(LAST, [caseId, limit, ...noteReachValues()]) : [];
  }

  /** Notes as people read them, with the names of authors and readers. */
  async views(notes: readonly OpenNote[]): Promise<NoteView[]> {
    return this.viewsNaming(notes, await this.staff.names(peopleIn(notes.map(({ row }) => row))));
  }

  /** As `views`, when the names of `peopleIn` are known already. */
  viewsNaming(notes: readonly OpenNote[], names: ReadonlyMap<string, string>): NoteView[] {
    return notes.map((note) => noteView(note, names));
  }

  /** Whether the note is of this case, signed, of one of the types, not about to be voided, and in the reader's sight. */
  async isSigned(noteId: string, caseId: string, types: readonly CaseNoteType[]): Promise<boolean> {
    const note = await this.signed(noteId, caseId);
    return note?.state === 'FINAL' && types.includes(note.type);
  }

  /** Type and state of a signed note of this case; null when there is none in the reader's sight. */
  async signed(noteId: string, caseId: string): Promise<{ type: CaseNoteType; state: NoteState } | null> {
    return currentWork().row<{ type: CaseNoteType; state: NoteState }>(SIGNED, [noteId, caseId, ...noteReachValues()]);
  }

  /** Signed attempts since the last contact, oldest first (R-CA-07, R-CA-08). */
  async attemptsSinceContact(caseId: string): Promise<{ at: Date; channel: string | null }[]> {
    const rows = await currentWork().rows<NoteRow>(ATTEMPTS, [caseId, ...noteReachValues()]);
    return (await this.openAll(rows)).map(({ row, secrets }) => ({ at: row.happenedAt, channel: secrets?.channel ?? null }));
  }

  async list(caseId: string, { type, limit = 20, cursor }: NoteListQuery): Promise<NotePage> {
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const rows = await currentWork().rows<NoteRow & { total: number }>(LIST, [
      caseId,
      type ?? null,
      at,
      id,
      limit + 1,
      ...noteReachValues(),
    ]);
    const notes = await this.openAll(rows.slice(0, limit));
    const last = notes.at(-1)?.row;
    return {
      notes,
      total: rows[0]?.total ?? 0,
      next: rows.length > limit && last ? cursorAfter([last.happenedAt.toISOString(), last.id]) : null,
    };
  }

  /** The reader's own unsigned notes on a case. */
  async drafts(caseId: string): Promise<OpenNote[]> {
    return this.openAll(await currentWork().rows<NoteRow>(DRAFTS, [caseId, ...noteReachValues()]));
  }

  async get(id: string): Promise<OpenNote> {
    return this.found(await currentWork().row<NoteRow>(ONE, [id, ...noteReachValues()]), id);
  }

  /** As `get`, and nobody else signs, edits or voids the note until this request is over. */
  async hold(id: string): Promise<OpenNote> {
    return this.found(await currentWork().row<NoteRow>(HOLD, [id, ...noteReachValues()]), id);
  }

  /** Members of the case team who may be named as readers: everyone but the writer, or those of `ids`. */
  async readersOf(caseId: string, ids: readonly string[] | null = null): Promise<{ id: string; role: string }[]> {
    return currentWork().rows(READERS, [caseId, ids, currentActor().staffId, ...reachValues('note:read')]);
  }

  private async found(row: ShownNote | null, id: string): Promise<OpenNote> {
    currentLine().about('note', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [note] = row ? await this.openAll([row]) : [];
    if (!note) throw notFound();
    return note;
  }

  /** Opens what may be opened, and says so in the log. */
  async openAll(rows: readonly ShownNote[]): Promise<OpenNote[]> {
    const readable = rows.filter((row): row is ShownNote & { sealed: Buffer } => row.sealed !== null);
    const secrets = await this.sealer.openMany<NoteSecrets>(readable.map((row) => ({ place: notePlace(row), sealed: row.sealed })));
    const secretsOf = new Map(readable.map((row, index) => [row.id, secrets[index] ?? null]));
    currentLine()
      .returned(
        'note',
        rows.map((row) => row.id),
      )
      .opened(...rows.map((row) => CLASS_OPENED[row.class] ?? 'NOTES'));
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? null }));
  }
}

/** The authors' rows, to be named without another question. */
export const authorsIn = (rows: readonly NoteWithAuthor[]): NamedRow[] =>
  rows.flatMap(({ authorId: id, authorSealed: sealed, authorSealVersion: sealVersion }) => (sealed ? [{ id, sealed, sealVersion }] : []));

/** Authors and readers. */
export const peopleIn = (rows: readonly ShownNote[]): string[] => rows.flatMap(({ authorId, readers }) => [authorId, ...(readers ?? [])]);

const CLASS_OPENED: Record<string, string> = { RESTRICTED: 'RESTRICTED_NOTES', SEALED: 'LEGAL_NOTES' };

/** Where a note's payload stands: the client's key, of the legal compartment when it is privileged. */
export function notePlace({
  id,
  clientId,
  class: noteClass,
  sealVersion,
}: Pick<ShownNote, 'id' | 'clientId' | 'class' | 'sealVersion'>): Place {
  return { table: 'case_note', rowId: id, subjectId: clientId, compartment: noteClass === 'SEALED' ? 'legal' : 'file', sealVersion };
}
