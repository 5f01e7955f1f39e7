import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { tellingPurposes } from '@panah/domain/consents/purposes';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { WORD_OF_SHELF } from '@panah/domain/documents/shelf-words';
import { TIMELINE_SUBJECTS, type TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { hasWord, openWords, openWordsValue } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { exactly } from '../platform/http/keyset';
import type { NamedRow } from '../staff/staff.records';
import type { CaseNote } from './note.entity';
import { askedOnce, NOTE_WORDS, noteReachIn, openableText, visibleTo, visibleToValues } from './note-reach';
import { PLAIN } from './note.records';

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
  note: CaseNote | null;
  step: StepOnFile | null;
  byId: string | null;
  /** Their closed row; null where nobody is known to this reader. */
  by: NamedRow | null;
}

type Row = CaseNote &
  StepOnFile &
  Pick<LineOnFile, 'at' | 'moment' | 'byId'> & {
    lineId: string;
    isDraft: boolean;
    bySealed: Buffer | null;
    bySealVersion: number;
  } & Record<string, unknown>;

/** Which lines are asked for. */
export interface Asked {
  kind?: TimelineKind | undefined;
  type?: string | undefined;
  after: After | null;
  limit: number;
}

export interface LinesOnFile {
  /** Newest first, the notes still closed. */
  lines: LineOnFile[];
  /** What the reader has not signed yet, still closed; beside the first page. */
  drafts: CaseNote[];
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

const COUNSELLOR_JOINS = `case_team/${COUNSELLOR_ROLE}`;
const CLIENT = '(select reach.client_id from reach)';
const OFFICE = 'n.office_id = (select reach.office_id from reach)';
const VISIBLE = visibleTo('n', '$9', '$10', askedOnce);
/** The reader may read what is so called. */
const OPEN = (name: string): string => `${name} = any((select reach.subjects from reach)::text[])`;
/** Of a row with a purpose: the reader may know that it is there. */
const KNOWN = (alias: string): string => `(${alias}.purpose <> all($6::text[]) or ${OPEN(`${alias}.purpose`)})`;

/**
 * Consents keep their own history, which nobody can change; everything else records its steps in one place.
 * Whose file it is and what of it opens are asked once, by themselves: then the newest lines are read off their indexes, and the rest is left.
 * No table is named more often than it must be: each time PostgreSQL lays out all its policies anew, and that takes longer than reading the lines.
 * (No index on the client fits "not distinct": two thousand notes are not put in order to show thirty.)
 */
const PAGE = {
  name: 'timeline.page',
  text: `with reach as materialized (select f.client_id, f.office_id, open.subjects, ${noteReachIn('open.subjects')}
             from case_file f cross join lateral (select ${openWords('f', 'client_id', 2)} as subjects offset 0) open where f.id = $1),
    line as (
      (select t.*, null::case_note as note, null as about from (
          select s.id, s.at, s.subject_type as subject, s.subject_id, s.action, s.from_state, s.to_state, s.reason, s.by_id,
                 bool_or(s.subject_type = 'plan') over (partition by s.at order by s.at desc, s.id desc rows between unbounded preceding and unbounded following) as beside_plan
            from process_step s where s.client_id = ${CLIENT} and ${OPEN('s.subject_type')} and ($3::timestamptz is null or s.at <= $3)
             -- a document on a shelf that is not the reader's, or that the database keeps from them, has no history for them either
             and (s.subject_type <> 'document' or exists (select from document d where d.id = s.subject_id and ${OPEN(`('document/' || d.shelf)`)}))
             -- what was told on a consent that is not the reader's to know of was not told, for them
             and (s.subject_type <> 'disclosure' or exists (select from disclosure d where d.id = s.subject_id and ${KNOWN('d')}))
             -- that a counsellor was asked onto the team says that somebody is counselled
             and (s.subject_type <> 'case_team' or s.reason is distinct from '${COUNSELLOR_ROLE}' or ${OPEN(`'${COUNSELLOR_JOINS}'`)})) t
        -- what a plan does is told once: as the plan's step to whoever reads it, as the case's to everybody else
        where not (t.beside_plan and t.subject = 'case' and t.action in ('submit_plan', 'approve_plan', 'return_plan', 'revise_plan')) and ${behind('t')})
      union all
      (select e.id, e.at, 'consent', e.consent_id, e.action, null, e.state, null, e.by_id, null, null, e.purpose
         from consent_event e
        where e.client_id = ${CLIENT} and ${OPEN(`'consent'`)}
          -- that some consents were asked for tells of what only its own people know (model 5.1)
          and ${KNOWN('e')}
          and ${behind('e')})
      union all
      (select n.id, n.happened_at, null, null, null, null, null, null, n.author_id, null, n, null
         from case_note n where $7::boolean and n.case_id = $1 and n.client_id is not distinct from ${CLIENT} and ${OFFICE}
          and n.state <> 'DRAFT' and ($8::text is null or n.type = $8) and ${VISIBLE}
          and ${behind('n', 'happened_at')}))
    select line.id as "lineId", line.at, case when line.place = $5 - 1 then ${exactly('line.at')} end as moment, line.subject, line.subject_id as "subjectId", line.action, line.from_state as "from",
           line.to_state as "to", line.reason, line.about, line.by_id as "byId", line.place is null as "isDraft", who.sealed as "bySealed", who.seal_version as "bySealVersion",
           ${PLAIN}, ${openableText('n', askedOnce)} as sealed
      from ((select *, row_number() over (order by at desc, id desc) as place from line order by at desc, id desc limit $5)
            union all
            -- what the reader has not signed yet has no place among the lines
            (select n.id, n.saved_at, null, null, null, null, null, null, null, null, n, null, null
               from case_note n where $11::boolean and n.author_id = $9 and n.state = 'DRAFT' and n.case_id = $1 and n.client_id = ${CLIENT} and ${OFFICE}
                and ${VISIBLE} order by n.saved_at desc limit 20)) line
           cross join lateral (select (line.note).*) n left join staff_member who on who.id = line.by_id
     order by line.place is null, line.at desc, line.id desc`,
  onePlan: true as const,
  alongIndexes: true as const,
};

/** What was written and what moved on a file, as far as the reader may read the records it is of. */
@Injectable()
export class TimelineRecords {
  /** Signed notes and steps, and the reader's drafts. The caller checks that the case is in reach. */
  async page(caseId: string, { kind, type, after, limit }: Asked): Promise<LinesOnFile> {
    const withNotes = hasWord('note:read');
    const words = [...(type ? [] : wordsOf(kind)), ...NOTE_WORDS];
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
    return { lines: rows.filter(({ isDraft }) => !isDraft).map(lineOf), drafts: rows.filter(({ isDraft }) => isDraft) };
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
    ...Object.entries(WORD_OF_SHELF).map(([shelf, word]) => ({ name: `document/${shelf}`, word })),
  ];
}

function lineOf({ lineId: id, at, moment, byId, bySealed: sealed, bySealVersion: sealVersion, ...row }: Row): LineOnFile {
  const by = byId && sealed ? { id: byId, sealed, sealVersion } : null;
  return row.subject ? { id, at, moment, byId, by, note: null, step: row } : { id, at, moment, byId, by, note: row, step: null };
}
