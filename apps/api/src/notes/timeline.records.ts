import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { tellingPurposes } from '@panah/domain/consents/purposes';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { WORD_OF_SHELF } from '@panah/domain/documents/shelf-words';
import { TIMELINE_SUBJECTS, type TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { hasWord, openWords, openWordsValue } from '../platform/access/current-reach';
import type { PlaceOfReader } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { exactly } from '../platform/http/keyset';
import type { NamedRow } from '../staff/staff.records';
import type { ShownNote } from './note.entity';
import { askedOnce, NOTE_WORDS, noteReachIn, openableText, visibleTo, visibleToValues } from './note-reach';

/** A step as the timeline tells it: nothing sealed is read. */
export interface StepOnFile {
  subject: string;
  subjectId: string;
  action: string;
  from: string | null;
  to: string;
  reason: string | null;
  about: string | null;
}

/** A note, still closed, or a step; and who wrote or took it. */
export interface LineOnFile {
  id: string;
  at: Date;
  /** `at` to the microsecond, where the next page would go on: of the line before the last that was asked for. */
  moment: string | null;
  note: ShownNote | null;
  step: StepOnFile | null;
  byId: string | null;
  /** Their closed row; null where nobody is known to this reader. */
  by: NamedRow | null;
}

/** Whose file it is, and where the reader stands on it. */
interface FileOfLines extends PlaceOfReader {
  clientId: string;
}

/** A line as it comes: of a step, of a note, or, where a file has none, of neither. What is the same for all of them comes with the first. */
type Row = Pick<LineOnFile, 'at' | 'moment' | 'byId'> &
  StepOnFile &
  Omit<ShownNote, 'id' | 'clientId' | 'officeId' | 'caseId' | 'authorId' | 'happenedAt'> & {
    id: string | null;
    bySealed: Buffer | null;
    bySealVersion: number;
    file: FileOfLines | null;
  } & Record<string, unknown>;

type OfFile = FileOfLines & { caseId: string };

/** Which lines are asked for. */
export interface Asked {
  kind?: TimelineKind | undefined;
  type?: string | undefined;
  after: After | null;
  limit: number;
}

export interface LinesOnFile {
  file: FileOfLines;
  /** Newest first, the notes still closed. */
  lines: LineOnFile[];
  /** What the reader has not signed yet, still closed; beside the first page. */
  drafts: ShownNote[];
}

/** Where a page begins: behind this line. */
export interface After {
  moment: string;
  id: string;
}

// $1 case, $2 what the reader may read, $3 and $4 the line before, $5 how many, $6 purposes of consent that tell of more than a consent,
// $7 whether notes are asked for, $8 of which type, $9 and $10 the reader of notes, $11 whether their drafts are
const behind = (alias: string, at = 'at'): string =>
  `($3::timestamptz is null or (${alias}.${at}, ${alias}.id) < ($3, $4::uuid)) order by ${alias}.${at} desc, ${alias}.id desc limit $5`;

const READ_CASE = 'case:read';
const COUNSELLOR_JOINS = `case_team/${COUNSELLOR_ROLE}`;
const SHELF = 'document/';
const CLIENT = '(select reach.client_id from reach)';
const NAMES = '(select reach.names from reach)::text[]';
const OFFICE = 'n.office_id = (select reach.office_id from reach)';
const VISIBLE = visibleTo('n', '$9', '$10', askedOnce);
/** The reader may read what is so called. */
const OPEN = (name: string): string => `${name} = any(${NAMES})`;
/** The step is about one of these, which are gathered when a step first asks. */
const ONE_OF = (ids: string): string => `s.subject_id = any((select ${ids})::uuid[])`;
const OPEN_SHELVES = `array(select substr(name, ${SHELF.length + 1}) from unnest(${NAMES}) name where starts_with(name, '${SHELF}'))`;

/**
 * Consents keep their own history, which nobody can change; everything else records its steps in one place.
 * Whose file it is and what of it opens are asked once, by themselves: then the newest lines are read off their indexes, and the rest is left.
 * No table is named more often than it must be: each time PostgreSQL lays out all its policies anew, and that takes longer than reading the lines.
 * (No index on the client fits "not distinct": two thousand notes are not put in order to show thirty.)
 */
const PAGE = {
  name: 'timeline.page',
  text: `with reach as materialized (select f.client_id, f.office_id, open.names, open.standing, ${noteReachIn('open.names')}
             from case_file f cross join lateral (${openWords('f', 'client_id', 2)}) open where f.id = $1 and '${READ_CASE}' = any(open.names)),
    line as (
      (select t.*, null::case_note as note, null as about from (
          select s.id, s.at, s.subject_type as subject, s.subject_id, s.action, s.from_state, s.to_state, s.reason, s.by_id,
                 bool_or(s.subject_type = 'plan') over (partition by s.at order by s.at desc, s.id desc rows between unbounded preceding and unbounded following) as beside_plan
            from process_step s where s.client_id = ${CLIENT} and ${OPEN('s.subject_type')} and ($3::timestamptz is null or s.at <= $3)
             -- a document on a shelf that is not the reader's, or that the database keeps from them, has no history for them either
             and (s.subject_type <> 'document' or ${ONE_OF(`app.documents_on(${CLIENT}, ${OPEN_SHELVES})`)})
             -- what was told on a consent that is not the reader's to know of was not told, for them
             and (s.subject_type <> 'disclosure' or ${ONE_OF(`app.disclosures_but(${CLIENT}, $6, ${NAMES})`)})
             -- that a counsellor was asked onto the team says that somebody is counselled
             and (s.subject_type <> 'case_team' or s.reason is distinct from '${COUNSELLOR_ROLE}' or ${OPEN(`'${COUNSELLOR_JOINS}'`)})) t
        -- what a plan does is told once: as the plan's step to whoever reads it, as the case's to everybody else
        where not (t.beside_plan and t.subject = 'case' and t.action in ('submit_plan', 'approve_plan', 'return_plan', 'revise_plan')) and ${behind('t')})
      union all
      (select e.id, e.at, 'consent', e.consent_id, e.action, null, e.state, null, e.by_id, null, null, e.purpose
         from consent_event e
        where e.client_id = ${CLIENT} and ${OPEN(`'consent'`)}
          -- that some consents were asked for tells of what only its own people know (model 5.1)
          and (e.purpose <> all($6::text[]) or ${OPEN('e.purpose')})
          and ${behind('e')})
      union all
      (select n.id, n.happened_at, null, null, null, null, null, null, n.author_id, null, n, null
         from case_note n where $7::boolean and n.case_id = $1 and n.client_id is not distinct from ${CLIENT} and ${OFFICE}
          and n.state <> 'DRAFT' and ($8::text is null or n.type = $8) and ${VISIBLE}
          and ${behind('n', 'happened_at')}))
    select line.id, line.at, case when line.place = $5 - 1 then ${exactly('line.at')} end as moment, line.by_id as "byId", who.sealed as "bySealed", who.seal_version as "bySealVersion",
           line.subject, line.subject_id as "subjectId", line.action, line.from_state as "from", line.to_state as "to", line.reason, line.about,
           n.type, n.class, n.state, n.readers, n.corrects_id as "correctsId", n.saved_at as "savedAt", n.signed_at as "signedAt", n.moved_at as "movedAt", n.void_reason as "voidReason",
           n.void_asked_at as "voidAskedAt", n.voided_at as "voidedAt", n.seal_version as "sealVersion", n.version, ${openableText('n', askedOnce)} as sealed,
           case when line.place is null or line.place = 1 then jsonb_build_object('clientId', reach.client_id, 'officeId', reach.office_id, 'standing', reach.standing) end as file
      from reach left join ((select *, row_number() over (order by at desc, id desc) as place from line order by at desc, id desc limit $5)
            union all
            -- what the reader has not signed yet has no place among the lines
            (select n.id, n.happened_at, null, null, null, null, null, null, n.author_id, null, n, null, null
               from case_note n where $11::boolean and n.author_id = $9 and n.state = 'DRAFT' and n.case_id = $1 and n.client_id = ${CLIENT} and ${OFFICE}
                and ${VISIBLE} order by n.saved_at desc limit 20)) line on true
           cross join lateral (select (line.note).*) n left join staff_member who on who.id = line.by_id
     order by line.place, n.saved_at desc`,
  onePlan: true as const,
  alongIndexes: true as const,
};

/** What was written and what moved on a file, as far as the reader may read the records it is of. */
@Injectable()
export class TimelineRecords {
  /** Signed notes and steps, and the reader's drafts, of a case within the reach of `case:read`. Out of reach is not found. */
  async page(caseId: string, { kind, type, after, limit }: Asked): Promise<LinesOnFile> {
    const withNotes = hasWord('note:read');
    const words = [{ name: READ_CASE, word: READ_CASE } as const, ...(type ? [] : wordsOf(kind)), ...NOTE_WORDS];
    const rows = await currentWork().rows<Row>(PAGE, [
      caseId,
      openWordsValue(words),
      after?.moment ?? null,
      after?.id ?? null,
      limit,
      tellingPurposes.map(({ purpose }) => purpose),
      withNotes && (!kind || kind === 'NOTES'),
      type ?? null,
      ...visibleToValues(),
      withNotes && !after,
    ]);
    const file = rows[0]?.file;
    currentLine().about('case', caseId, file ?? {});
    if (!file) throw notFound();
    currentLine().returned('case', [caseId]);
    const lines = rows.filter(isThere).map((row) => lineOf(row, { ...file, caseId }));
    return {
      file,
      lines: lines.filter(({ note }) => note?.state !== 'DRAFT'),
      drafts: lines.flatMap(({ note }) => (note?.state === 'DRAFT' ? note : [])),
    };
  }

  /** Says in the log which steps were told. */
  told(lines: readonly LineOnFile[]): void {
    currentLine().returned(
      'process_step',
      lines.flatMap(({ id, step }) => (step ? [id] : [])),
    );
  }
}

function wordsOf(kind: TimelineKind | undefined): { name: string; word: Word }[] {
  return [
    ...TIMELINE_SUBJECTS.filter((subject) => !kind || subject.kind === kind).map(({ type, word }) => ({ name: type, word })),
    { name: COUNSELLOR_JOINS, word: 'counselling:read' },
    ...tellingPurposes.map(({ purpose, word }) => ({ name: purpose, word })),
    ...Object.entries(WORD_OF_SHELF).map(([shelf, word]) => ({ name: `${SHELF}${shelf}`, word })),
  ];
}

/** A file without any line comes as a row without a line. */
const isThere = (row: Row): row is Row & { id: string } => row.id !== null;

function lineOf(row: Row & { id: string }, file: OfFile): LineOnFile {
  const { id, at, moment, byId, bySealed: sealed, bySealVersion: sealVersion } = row;
  const by = byId && sealed ? { id: byId, sealed, sealVersion } : null;
  return { id, at, moment, byId, by, note: row.subject ? null : noteOf(row, file), step: row.subject ? row : null };
}

/** Named one by one: of what is laid out alike, thirty are read as quickly as three. */
function noteOf(row: Row & { id: string }, { caseId, clientId, officeId }: OfFile): ShownNote {
  return {
    id: row.id,
    officeId,
    clientId,
    caseId,
    authorId: row.byId ?? '',
    type: row.type,
    class: row.class,
    state: row.state,
    happenedAt: row.at,
    readers: row.readers,
    correctsId: row.correctsId,
    savedAt: row.savedAt,
    signedAt: row.signedAt,
    movedAt: row.movedAt,
    voidReason: row.voidReason,
    voidAskedAt: row.voidAskedAt,
    voidedAt: row.voidedAt,
    sealed: row.sealed,
    sealVersion: row.sealVersion,
    version: row.version,
  };
}
