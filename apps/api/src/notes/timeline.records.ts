import { Injectable } from '@nestjs/common';
import { tellingPurposes } from '@panah/domain/consents/purposes';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { WORD_OF_SHELF } from '@panah/domain/documents/shelf-words';
import { TIMELINE_SUBJECTS, type TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { openWords, openWordsValue } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { exactly } from '../platform/http/keyset';

/** A step as the timeline tells it: nothing sealed is read. */
export interface StepOnFile {
  id: string;
  at: Date;
  /** `at` to the microsecond, as text that sorts. */
  moment: string;
  subject: string;
  subjectId: string;
  action: string;
  from: string | null;
  to: string;
  reason: string | null;
  about: string | null;
  byId: string | null;
}

/** Where a page begins: behind this line. */
export interface After {
  moment: string;
  id: string;
}

// $1 case, $2 what the reader may read, $3 and $4 the line before, $5 how many, $6 purposes of consent that tell of more than a consent
const behind = (alias: string): string =>
  `($3::timestamptz is null or (${alias}.at, ${alias}.id) < ($3, $4::uuid)) order by ${alias}.at desc, ${alias}.id desc limit $5`;

const COUNSELLOR_JOINS = `case_team/${COUNSELLOR_ROLE}`;
/** Of a row with a purpose: the reader may know that it is there. */
const KNOWN = (alias: string): string =>
  `(${alias}.purpose <> all($6::text[]) or ${alias}.purpose = any((select open.subjects from open)::text[]))`;

/**
 * Consents keep their own history, which nobody can change; everything else records its steps in one place.
 * Whose file it is and what of it opens are asked once, by themselves: then the newest lines are read off an index, and the rest is left.
 */
const PAGE = {
  name: 'timeline.steps',
  text: `with open as materialized (select f.client_id, ${openWords('f', 'client_id', 2)} as subjects from case_file f where f.id = $1),
    line as (
      (select s.id, s.at, s.subject_type as subject, s.subject_id, s.action, s.from_state, s.to_state, s.reason, null::uuid as consent_id, s.by_id
         from process_step s where s.client_id = (select open.client_id from open) and s.subject_type = any((select open.subjects from open)::text[])
        -- a document on a shelf that is not the reader's, or that the database keeps from them, has no history for them either
        and (s.subject_type <> 'document' or exists (select from document d where d.id = s.subject_id and ('document/' || d.shelf) = any((select open.subjects from open)::text[])))
        -- what was told on a consent that is not the reader's to know of was not told, for them
        and (s.subject_type <> 'disclosure' or exists (select from disclosure d where d.id = s.subject_id and ${KNOWN('d')}))
        -- that a counsellor was asked onto the team says that somebody is counselled
        and (s.subject_type <> 'case_team' or s.reason is distinct from '${COUNSELLOR_ROLE}' or '${COUNSELLOR_JOINS}' = any((select open.subjects from open)::text[]))
        -- what a plan does is told once: as the plan's step to whoever reads it, as the case's to everybody else
        and not (s.subject_type = 'case' and s.action in ('submit_plan', 'approve_plan', 'return_plan', 'revise_plan') and 'plan' = any((select open.subjects from open)::text[])
          and exists (select from process_step p where p.client_id = s.client_id and p.subject_type = 'plan' and p.at = s.at))
        and ${behind('s')})
      union all
      (select e.id, e.at, 'consent', e.consent_id, e.action, null, e.state, null, e.consent_id, e.by_id
         from consent_event e where e.client_id = (select open.client_id from open) and 'consent' = any((select open.subjects from open)::text[])
          -- that some consents were asked for tells of what only its own people know (model 5.1)
          and exists (select from consent c where c.id = e.consent_id and ${KNOWN('c')})
          and ${behind('e')}))
    select id, at, ${exactly('at')} as moment, subject, subject_id as "subjectId", action, from_state as "from", to_state as "to", reason,
           (select c.purpose from consent c where c.id = consent_id) as about, by_id as "byId"
      from (select * from line order by at desc, id desc limit $5) line order by at desc, id desc`,
  onePlan: true as const,
  alongIndexes: true as const,
};

/** What moved on a file, as far as the reader may read the records that moved. */
@Injectable()
export class TimelineRecords {
  async stepsAfter(caseId: string, kind: TimelineKind | undefined, after: After | null, limit: number): Promise<StepOnFile[]> {
    const subjects = TIMELINE_SUBJECTS.filter((subject) => !kind || subject.kind === kind);
    const words = openWordsValue([
      ...subjects.map(({ type, word }) => ({ name: type, word })),
      { name: COUNSELLOR_JOINS, word: 'counselling:read' },
      ...tellingPurposes.map(({ purpose, word }) => ({ name: purpose, word })),
      ...Object.entries(WORD_OF_SHELF).map(([shelf, word]) => ({ name: `document/${shelf}`, word })),
    ]);
    return currentWork().rows<StepOnFile & Record<string, unknown>>(PAGE, [
      caseId,
      words,
      after?.moment ?? null,
      after?.id ?? null,
      limit,
      tellingPurposes.map(({ purpose }) => purpose),
    ]);
  }

  /** Says in the log which steps were told. */
  told(steps: readonly StepOnFile[]): void {
    currentLine().returned(
      'process_step',
      steps.map(({ id }) => id),
    );
  }
}
