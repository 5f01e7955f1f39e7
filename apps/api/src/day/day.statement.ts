import type { Word } from '@panah/domain/access/access-table';
import { SAFETY_KINDS } from '@panah/domain/tasks/task-kinds';
import type { DayKind } from '@panah/domain/vocabulary/day';
import { REACH_PARAMETERS, withinReach } from '../platform/access/current-reach';

/** The words whose reach a day is read in; the parameters of the statement follow this list. */
export const DAY_WORDS: readonly Word[] = [
  'case:read',
  'client:read',
  'case:approve_plan',
  'case:approve_closure',
  'case:hold',
  'note:read',
  'note:confirm-void',
  'client:edit',
  'task:read',
  'appointment:read',
];
/** Words that reach by office alone. */
export const OFFICE_WORDS: readonly Word[] = ['enquiry:list', 'enquiry:admit', 'absence:name-deputy'];

const ME = '$1::uuid';
const offices = (word: Word): string => `$${2 + OFFICE_WORDS.indexOf(word)}::uuid[]`;
const within = (word: Word, alias: string): string =>
  withinReach(alias, 'client_id', 2 + OFFICE_WORDS.length + DAY_WORDS.indexOf(word) * REACH_PARAMETERS);
const inOffice = (word: Word, alias: string, column: string): string =>
  `${alias}.office_id = any(${offices(word)}) and not (${alias}.${column} = any((select app.blocked())::uuid[]))`;

/** What one kind of line selects; what is left out is null. */
interface Line {
  kind: DayKind;
  id: string;
  caseId?: string;
  clientId?: string;
  caseRef?: string;
  language?: string;
  country?: string;
  noteType?: string;
  dueAt?: string;
  dueOn?: string;
  late?: string;
  since: string;
  from: string;
}

const line = ({
  kind,
  id,
  from,
  since,
  ...more
}: Line): string => `select '${kind}' as kind, ${id} as id, ${more.caseId ?? 'null::uuid'} as case_id, ${more.clientId ?? 'null::uuid'} as client_id,
  ${more.caseRef ?? 'null::text'} as case_ref, ${more.language ?? 'null::text'} as language, ${more.country ?? 'null::text'} as country, ${more.noteType ?? 'null::text'} as note_type,
  ${more.dueAt ?? 'null::timestamptz'} as due_at, ${more.dueOn ?? 'null::date'} as due_on,
  coalesce(${more.late ?? (more.dueAt ? `${more.dueAt} < now()` : 'false')}, false) as late, ${since} as since from ${from}`;

const enquiry = { id: 'e.id', caseRef: 'e.case_ref', language: 'e.language', country: 'e.country' };
const dueOn = (column: string) => ({ dueOn: column, late: `${column} < ${TODAY}` });
const aCase = { id: 'c.id', caseId: 'c.id', clientId: 'c.client_id', caseRef: 'c.case_ref', since: 'c.state_since' };
const aNote = { id: 'n.id', caseId: 'n.case_id', clientId: 'n.client_id', caseRef: 'c.case_ref', noteType: 'n.type' };
const enquiries = `enquiry e where e.client_id is null and ${inOffice('enquiry:list', 'e', 'id')}`;
/** The day it is in the office of a case. */
const TODAY = `(now() at time zone (select o.time_zone from office o where o.id = c.office_id))::date`;
const A_WEEK = `${TODAY} + 7`;
/** The reader, and whoever is away and has named them (R-CA-10). */
const STANDING_IN = 'array(select staff_id from standing_in)';
const OPEN_TASK = `t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and t.paused_on is null and (t.due_on <= current_date + 8 or t.reminded_at is not null)`;
const SAFETY = `t.kind in (${SAFETY_KINDS.map((kind) => `'${kind}'`).join(', ')})`;
const aTask = {
  id: 't.id',
  caseId: 't.case_id',
  clientId: 't.client_id',
  since: 't.created_at',
  dueOn: 't.due_on',
  late: `t.due_on < (now() at time zone (select o.time_zone from office o where o.id = t.office_id))::date`,
};
const ownTasks = `task t where t.owner_id = any(${STANDING_IN}) and ${OPEN_TASK} and ${within('task:read', 't')}`;
const officeTasks = `task t where t.for_coordinators and t.owner_id is null and ${OPEN_TASK} and ${within('case:approve_plan', 't')}`;
/** One's own cases, and as coordinator those of the office that are late. */
const due = (column: string): string => `case_file c where ${column} <= ${A_WEEK} and ${within('case:read', 'c')}
  and (c.primary_worker_id = any(${STANDING_IN}) or (${column} < ${TODAY} and ${within('case:approve_plan', 'c')}))`;

const LINES: readonly string[] = [
  line({
    ...enquiry,
    kind: 'ENQUIRY_IN_DANGER',
    // a danger is due when it is said, and late when nobody has it within the hour (model 2.6)
    dueAt: 'e.received_at',
    late: `e.danger_taken_at is null and e.received_at < now() - interval '1 hour'`,
    since: 'e.received_at',
    from: `${enquiries} and e.state in ('ENQUIRY', 'INTAKE') and e.immediate_danger = 'YES'`,
  }),
  line({
    ...enquiry,
    kind: 'FIRST_RESPONSE',
    dueAt: 'e.first_response_due',
    since: 'e.received_at',
    from: `${enquiries} and e.state = 'ENQUIRY' and e.first_response_at is null and e.immediate_danger <> 'YES'`,
  }),
  line({
    ...enquiry,
    kind: 'INTAKE',
    dueAt: 'e.intake_due',
    since: 'e.intake_started_at',
    from: `${enquiries} and e.state = 'INTAKE' and e.proposed_at is null and e.immediate_danger <> 'YES' and (e.intake_by = ${ME} or e.intake_due < now())`,
  }),
  line({ ...aTask, kind: 'SAFETY_TASK', from: `${ownTasks} and ${SAFETY}` }),
  line({ ...aTask, kind: 'OFFICE_SAFETY_TASK', from: `${officeTasks} and ${SAFETY}` }),
  line({ ...aTask, kind: 'TASK', from: `${ownTasks} and not (${SAFETY})` }),
  line({ ...aTask, kind: 'OFFICE_TASK', from: `${officeTasks} and not (${SAFETY})` }),
  line({
    kind: 'APPOINTMENT',
    id: 'a.id',
    caseId: 'a.case_id',
    clientId: 'a.client_id',
    since: 'a.created_at',
    dueAt: 'a.starts_at',
    from: `appointment a where a.owner_id = any(${STANDING_IN}) and a.state = 'PLANNED' and a.starts_at < now() + interval '8 days' and ${within('appointment:read', 'a')}`,
  }),
  line({
    kind: 'DEPUTY_NEEDED',
    id: 'a.id',
    since: 'a.recorded_at',
    dueOn: 'a.from_on',
    late: 'a.from_on <= current_date',
    from: `absence a where a.needs_deputy and a.deputy_id is null and a.ended_at is null and a.until_on >= current_date and a.office_id = any(${offices('absence:name-deputy')}) and a.staff_id <> ${ME}`,
  }),
  line({ ...aCase, kind: 'ASSESSMENT', ...dueOn('c.assessment_due'), from: `${due('c.assessment_due')} and c.state = 'ASSESSMENT'` }),
  line({
    ...aCase,
    kind: 'PLAN',
    ...dueOn('c.plan_due'),
    from: `${due('c.plan_due')} and c.state = 'PLANNING' and c.plan_submitted_at is null`,
  }),
  line({
    ...aCase,
    kind: 'HOLD_REVIEW',
    ...dueOn('c.hold_review_on'),
    from: `case_file c where c.state = 'ON_HOLD' and c.hold_review_on <= ${A_WEEK} and ((c.primary_worker_id = ${ME} and ${within('case:read', 'c')}) or ${within('case:hold', 'c')})`,
  }),
  line({
    kind: 'TEAM_QUESTION',
    id: 't.id',
    since: 't.proposed_at',
    from: `case_team t where t.staff_id = ${ME} and t.member_answer is null and t.starts_at is null and t.ended_at is null and not (t.client_id = any((select app.blocked())::uuid[]))`,
  }),
  line({
    kind: 'ALLOCATION_QUESTION',
    id: 'q.id',
    since: 'q.asked_at',
    from: `team_question q where q.staff_id = ${ME} and q.answer is null and q.client_id is null and not (q.enquiry_id = any((select app.blocked())::uuid[]))`,
  }),
  line({
    ...enquiry,
    kind: 'ADMISSION',
    dueAt: 'e.intake_due',
    since: 'e.proposed_at',
    from: `enquiry e where e.state = 'INTAKE' and e.proposed_at is not null and e.proposed_by <> ${ME} and e.client_id is null and ${inOffice('enquiry:admit', 'e', 'id')}`,
  }),
  line({
    ...aCase,
    kind: 'PLAN_APPROVAL',
    ...dueOn('c.plan_due'),
    since: 'c.plan_submitted_at',
    from: `case_file c where c.state = 'PLANNING' and c.plan_submitted_at is not null and c.plan_submitted_by <> ${ME} and ${within('case:approve_plan', 'c')}`,
  }),
  line({
    ...aCase,
    kind: 'CLOSURE_APPROVAL',
    since: 'c.closure_requested_at',
    from: `case_file c where c.state = 'CLOSURE_REQUESTED' and c.closure_requested_by <> ${ME} and ${within('case:approve_closure', 'c')}`,
  }),
  line({
    ...aNote,
    kind: 'VOIDING',
    since: 'n.void_asked_at',
    from: `case_note n join case_file c on c.id = n.case_id where n.state = 'VOID_ASKED' and n.author_id <> ${ME} and ${within('note:confirm-void', 'n')}`,
  }),
  line({
    ...aCase,
    kind: 'DUPLICATE',
    id: 'd.id',
    since: 'd.found_at',
    from: `duplicate_line d join case_file c on c.client_id = d.client_id and c.state <> 'CLOSED' where d.settled_at is null and d.office_id = any(${offices('enquiry:admit')}) and ${within('client:edit', 'd')}`,
  }),
  line({
    ...aNote,
    kind: 'DRAFT',
    since: 'n.saved_at',
    from: `case_note n join case_file c on c.id = n.case_id where n.state = 'DRAFT' and n.author_id = ${ME} and ${within('note:read', 'n')}`,
  }),
];

const GROUP = `case when kind in ('ENQUIRY_IN_DANGER', 'SAFETY_TASK', 'OFFICE_SAFETY_TASK') then 'DANGER'
  when kind in ('FIRST_RESPONSE', 'INTAKE', 'ASSESSMENT', 'PLAN', 'HOLD_REVIEW', 'TASK', 'APPOINTMENT') then 'DUE'
  when kind = 'DRAFT' then 'UNSIGNED' else 'WAITING' end`;

/** A day in one statement: the lines, the most urgent of each group first, and the reader's own caseload beside them. */
export const DAY = {
  name: 'day.of-one',
  // to plan so many lines anew takes longer than to gather them
  onePlan: true as const,
  text: `
  with standing_in as materialized (select ${ME} as staff_id union select a.staff_id from absence a
         where a.deputy_id = ${ME} and a.ended_at is null and current_date between a.from_on and a.until_on),
       line as (${LINES.join('\n union all ')}),
       told as (select line.*, ${GROUP} as "group" from line),
       ranked as (select told.*, count(*) over (partition by "group")::int as total,
                         row_number() over (partition by "group" order by coalesce(due_at, due_on::timestamptz, since), id) as place from told),
       load as (select coalesce(jsonb_agg(jsonb_build_object('state', c.state, 'riskLevel', c.risk_level)), '[]') as cases
                  from case_file c where c.primary_worker_id = ${ME} and c.state <> 'CLOSED' and ${within('case:read', 'c')})
  select load.cases, r.kind, r."group", r.id, r.total, r.case_id as "caseId", coalesce(r.case_ref, f.case_ref) as "caseRef", r.language, r.country, r.note_type as "noteType",
         r.due_at as "dueAt", r.due_on as "dueOn", r.since, k.id as "clientId", k.seal_version as "sealVersion",
         r.late, nullif(coalesce(t.owner_id, a.owner_id, f.primary_worker_id), ${ME}) as "standsFor",
         coalesce(t.version, a.version) as version, t.kind as "taskKind", t.priority, t.status, a.time_zone as "timeZone", a.minutes,
         coalesce(t.sealed, a.sealed) as "ownSealed", coalesce(t.seal_version, a.seal_version) as "ownSealVersion",
         o.time_zone as "officeZone", o.weekend_days as "weekendDays", o.holidays::text[] as holidays,
         case when ${withinReach('k', 'id', 2 + OFFICE_WORDS.length + DAY_WORDS.indexOf('client:read') * REACH_PARAMETERS)} then k.sealed end as sealed
    from load left join ranked r on r.place <= 25 left join client k on k.id = r.client_id
         left join task t on t.id = r.id and r.kind in ('TASK', 'SAFETY_TASK', 'OFFICE_TASK', 'OFFICE_SAFETY_TASK')
         left join appointment a on a.id = r.id and r.kind = 'APPOINTMENT' left join office o on o.id = t.office_id left join case_file f on f.id = r.case_id
   order by r.place, r.id`,
};
