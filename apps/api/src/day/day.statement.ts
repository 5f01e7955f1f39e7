import type { Word } from '@panah/domain/access/access-table';
import { dayGroup } from '@panah/domain/vocabulary/day';
import { hasWord, ownPlacesByWord } from '../platform/access/current-reach';
import type { Statement } from '../platform/database/unit-of-work';
import { DAY_WORDS, FIRST, LINES, ME, OFFICE_LINES, OFFICE_WORDS, offices, STANDING_IN, within } from './day.lines';

const GROUP = `case when kind in ('ENQUIRY_IN_DANGER', 'SAFETY_TASK', 'OFFICE_SAFETY_TASK', 'INCIDENT_ACTION') then 'DANGER'
  when kind in ('FIRST_RESPONSE', 'INTAKE', 'ASSESSMENT', 'PLAN', 'HOLD_REVIEW', 'TASK', 'APPOINTMENT', 'FAMILY_ANSWER', 'SUPERVISION_MISSING') or kind like 'COUNSELLING\\_%' then 'DUE'
  when kind in ('DRAFT', 'NOTE_UNSIGNED', 'NOTE_UNSIGNED_LEAD') then 'UNSIGNED' else 'WAITING' end`;
/** A danger is late when nobody has it within the hour. */
const LATE = `coalesce(case when r.kind = 'DEPUTY_NEEDED' then r.due_on <= (now() at time zone o.time_zone)::date
  when r.kind = 'ENQUIRY_IN_DANGER' then r.due_at < now() - interval '1 hour' and exists (select from enquiry e where e.id = r.id and e.danger_taken_at is null)
  when r.due_at is not null then r.due_at < now()
  else r.due_on < (now() at time zone o.time_zone)::date end, false)`;
const SHOWN = 25;

/** Who lacks all of these has no line of `OFFICE_LINES`. */
const WORDS_OF_OFFICE_LINES: readonly Word[] = [
  'enquiry:admit',
  'absence:name-deputy',
  'case:approve_plan',
  'case:approve_closure',
  'case:hold',
  'note:confirm-void',
];

/**
 * A day in one statement: the lines, the most urgent of each group first, and the reader's own caseload beside them. What is shown of a line is
 * looked up for the page alone; saying how many lines a page has keeps PostgreSQL from reading whole tables for it.
 */
const day = (lines: readonly string[]): string => `
  with standing_in as materialized (select ${ME} as staff_id where (${OFFICE_WORDS.map(offices).join(', ')}) is not null union select a.staff_id from absence a
         where a.deputy_id = ${ME} and a.ended_at is null and (select (now() at time zone o.time_zone)::date from office o where o.id = a.office_id) between a.from_on and a.until_on),
       ${ownPlacesByWord(DAY_WORDS.length, FIRST)},
       own_case as materialized (select c.id, c.client_id, c.office_id, c.case_ref, c.state, c.state_since, c.risk_level, c.primary_worker_id,
                c.assessment_due, c.plan_due, c.plan_submitted_at, c.hold_review_on
           from ${STANDING_IN} join case_file c on c.primary_worker_id = s.staff_id where c.state <> 'CLOSED' and ${within('case:read', 'c')}),
       line as (${lines.join('\n union all ')}),
       told as (select line.*, ${GROUP} as "group" from line),
       ranked as (select told.*, count(*) over (partition by "group")::int as total,
                         row_number() over (partition by "group" order by coalesce(due_at, due_on::timestamptz, since), id) as place from told),
       page as materialized (select * from ranked where place <= ${SHOWN} limit ${SHOWN * dayGroup.codes.length}),
       -- so many of each kind: five hundred cases are not sent one by one, nor with each line
       load as (select coalesce(jsonb_agg(kind), '[]') as cases
                  from (select c.state, c.risk_level as "riskLevel", count(*)::int as count from own_case c where c.primary_worker_id = ${ME} group by 1, 2) kind)
  select case when coalesce(r.place, 1) = 1 then load.cases end as cases, r.kind, r."group", r.id, r.total, r.case_id as "caseId", coalesce(r.case_ref, f.case_ref) as "caseRef", r.language, r.country, r.note_type as "noteType",
         r.due_at as "dueAt", r.due_on as "dueOn", r.since, k.id as "clientId", k.seal_version as "sealVersion",
         ${LATE} as late, nullif(coalesce(t.owner_id, a.owner_id, f.primary_worker_id), ${ME}) as "standsFor",
         coalesce(t.version, a.version) as version, t.kind as "taskKind", t.priority, t.status, t.incident_id as "incidentId", a.time_zone as "timeZone", a.minutes,
         coalesce(t.sealed, a.sealed) as "ownSealed", coalesce(t.seal_version, a.seal_version) as "ownSealVersion",
         o.time_zone as "officeZone", o.weekend_days as "weekendDays", o.holidays::text[] as holidays,
         case when ${within('client:read', 'k', 'id')} then k.sealed end as sealed
    from load left join page r on true left join client k on k.id = r.client_id
         left join task t on t.id = r.id and r.kind in ('TASK', 'SAFETY_TASK', 'OFFICE_TASK', 'OFFICE_SAFETY_TASK', 'INCIDENT_ACTION')
         left join appointment a on a.id = r.id and r.kind = 'APPOINTMENT' left join office o on o.id = r.office_id left join case_file f on f.id = r.case_id
   order by r.place, r.id`;

// to plan so many lines anew takes longer than to gather them
const DAY = { name: 'day.of-one', text: day(LINES), onePlan: true as const, alongIndexes: true as const };
const DAY_WITH_OFFICE = { name: 'day.with-office', text: day([...LINES, ...OFFICE_LINES]), onePlan: true as const };

/** The statement for the one who is asking: most people answer for no office. */
export const dayOfReader = (): Statement => (WORDS_OF_OFFICE_LINES.some(hasWord) ? DAY_WITH_OFFICE : DAY);
