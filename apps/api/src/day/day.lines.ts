import type { Word } from '@panah/domain/access/access-table';
import { SAFETY_KINDS } from '@panah/domain/tasks/task-kinds';
import type { DayKind } from '@panah/domain/vocabulary/day';
import { REACH_PARAMETERS, withinOwnOffices, withinOwnPlaces } from '../platform/access/current-reach';

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
  'family-link:read',
];
/** Words that reach by office alone. */
export const OFFICE_WORDS: readonly Word[] = ['enquiry:list', 'enquiry:admit', 'absence:name-deputy', 'specialist:see-queue'];

export const ME = '$1::uuid';
export const FIRST = 2 + OFFICE_WORDS.length;
export const offices = (word: Word): string => `$${2 + OFFICE_WORDS.indexOf(word)}::uuid[]`;
export const within = (word: Word, alias: string, column = 'client_id'): string =>
  withinOwnPlaces(alias, column, DAY_WORDS.indexOf(word), FIRST);
const withinOffice = (word: Word, alias: string): string => withinOwnOffices(alias, 'client_id', word, DAY_WORDS.indexOf(word), FIRST);
/** What concerns the office is seen by whoever answers for it, and by whoever reported it. */
const TASK_OFFICES = `$${FIRST + DAY_WORDS.indexOf('task:read') * REACH_PARAMETERS}::uuid[]`;
const inOffice = (word: Word, alias: string, column: string): string =>
  `${alias}.office_id = any(${offices(word)}) and not (${alias}.${column} = any((select app.blocked())::uuid[]))`;

/** What one kind of line selects; what is left out is null. */
interface Line {
  /** A code, or SQL that chooses between several. */
  kind: DayKind | { either: string };
  id: string;
  caseId?: string;
  clientId?: string;
  /** In whose day it is late. */
  officeId?: string;
  caseRef?: string;
  language?: string;
  country?: string;
  noteType?: string;
  dueAt?: string;
  dueOn?: string;
  since: string;
  from: string;
}

const line = ({ kind, id, from, since, ...more }: Line): string =>
  `select ${typeof kind === 'string' ? `'${kind}'` : kind.either} as kind, ${id} as id, ${more.caseId ?? 'null::uuid'} as case_id, ${more.clientId ?? 'null::uuid'} as client_id,
  ${more.officeId ?? 'null::uuid'} as office_id, ${more.caseRef ?? 'null::text'} as case_ref, ${more.language ?? 'null::text'} as language, ${more.country ?? 'null::text'} as country,
  ${more.noteType ?? 'null::text'} as note_type, ${more.dueAt ?? 'null::timestamptz'} as due_at, ${more.dueOn ?? 'null::date'} as due_on, ${since} as since from ${from}`;

const enquiry = { id: 'e.id', caseRef: 'e.case_ref', language: 'e.language', country: 'e.country' };
const aCase = {
  id: 'c.id',
  caseId: 'c.id',
  clientId: 'c.client_id',
  officeId: 'c.office_id',
  caseRef: 'c.case_ref',
  since: 'c.state_since',
};
const aNote = { id: 'n.id', caseId: 'n.case_id', clientId: 'n.client_id', caseRef: 'c.case_ref', noteType: 'n.type' };
/** A danger is due when it is said (model 2.6). */
const clock = `case when e.immediate_danger = 'YES' then e.received_at when e.state = 'INTAKE' then e.intake_due when e.first_response_at is null then e.first_response_due end`;
/** The day it is in the office of a case. */
const TODAY = `(now() at time zone (select o.time_zone from office o where o.id = c.office_id))::date`;
const A_WEEK = `${TODAY} + 7`;
/** The reader, and whoever is away and has named them (R-CA-10): what is theirs is joined to them, so that an index on the owner is asked. */
export const STANDING_IN = 'standing_in s';
const OPEN_TASK = `t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and t.paused_on is null and (t.due_on <= current_date + 8 or t.reminded_at is not null)`;
const SAFETY = `t.kind in (${SAFETY_KINDS.map((kind) => `'${kind}'`).join(', ')})`;
const safetyOr = (safety: DayKind, other: DayKind) => ({ either: `case when ${SAFETY} then '${safety}' else '${other}' end` });
const aTask = {
  id: 't.id',
  caseId: 't.case_id',
  clientId: 't.client_id',
  officeId: 't.office_id',
  since: 't.created_at',
  dueOn: 't.due_on',
};
/** Of no case: about the reader's own work as a counsellor, or as whoever leads them. */
const ownWork = { id: 't.id', officeId: 't.office_id', since: 't.created_at', dueOn: 't.due_on' };
const notOwn = 'not coalesce(c.primary_worker_id = any (array(select s.staff_id from standing_in s)), false)';

const ASSESSMENT = { ...aCase, kind: 'ASSESSMENT', dueOn: 'c.assessment_due' } as const;
const PLAN = { ...aCase, kind: 'PLAN', dueOn: 'c.plan_due' } as const;
const HOLD_REVIEW = { ...aCase, kind: 'HOLD_REVIEW', dueOn: 'c.hold_review_on' } as const;
const TO_ASSESS = `c.state = 'ASSESSMENT'`;
const TO_PLAN = `c.state = 'PLANNING' and c.plan_submitted_at is null`;
/** What a coordinator sees of others' cases: what is late. */
const lateInOffice = (state: string, column: string): string =>
  `case_file c where ${withinOffice('case:approve_plan', 'c')} and ${state} and ${column} < ${TODAY} and ${within('case:read', 'c')} and ${notOwn}`;

/** What is the reader's own, and the enquiries that anybody of the office may answer. */
export const LINES: readonly string[] = [
  line({
    ...enquiry,
    kind: {
      either: `case when e.immediate_danger = 'YES' then 'ENQUIRY_IN_DANGER' when e.state = 'ENQUIRY' then 'FIRST_RESPONSE' else 'INTAKE' end`,
    },
    dueAt: clock,
    since: `case when e.state = 'INTAKE' and e.immediate_danger <> 'YES' then e.intake_started_at else e.received_at end`,
    from: `enquiry e where e.client_id is null and ${inOffice('enquiry:list', 'e', 'id')} and e.state in ('ENQUIRY', 'INTAKE') and (e.immediate_danger = 'YES'
      or (e.state = 'ENQUIRY' and e.first_response_at is null)
      or (e.state = 'INTAKE' and e.proposed_at is null and (e.intake_by = ${ME} or e.intake_due < now())))`,
  }),
  line({
    ...aTask,
    kind: safetyOr('SAFETY_TASK', 'TASK'),
    from: `${STANDING_IN} join task t on t.owner_id = s.staff_id where t.client_id is not null and ${OPEN_TASK} and ${within('task:read', 't')}`,
  }),
  line({
    ...aTask,
    kind: 'INCIDENT_ACTION',
    from: `${STANDING_IN} join task t on t.owner_id = s.staff_id join incident i on i.id = t.incident_id
      where t.client_id is null and ${OPEN_TASK} and (i.office_id = any(${TASK_OFFICES}) or i.reported_by = ${ME})`,
  }),
  line({
    ...ownWork,
    kind: { either: 't.kind' },
    from: `task t where t.owner_id = ${ME} and t.client_id is null and t.incident_id is null and ${OPEN_TASK}`,
  }),
  line({
    kind: 'APPOINTMENT',
    id: 'a.id',
    caseId: 'a.case_id',
    clientId: 'a.client_id',
    since: 'a.created_at',
    dueAt: 'a.starts_at',
    from: `${STANDING_IN} join appointment a on a.owner_id = s.staff_id where a.state = 'PLANNED' and a.starts_at < now() + interval '8 days' and ${within('appointment:read', 'a')}`,
  }),
  line({ ...ASSESSMENT, from: `own_case c where ${TO_ASSESS} and c.assessment_due <= ${A_WEEK}` }),
  line({ ...PLAN, from: `own_case c where ${TO_PLAN} and c.plan_due <= ${A_WEEK}` }),
  line({ ...HOLD_REVIEW, from: `own_case c where c.state = 'ON_HOLD' and c.primary_worker_id = ${ME} and c.hold_review_on <= ${A_WEEK}` }),
  // R-FL-12: asked of the client's own record alone, and of nothing that lies behind it
  line({
    ...aCase,
    kind: 'FAMILY_ANSWER',
    id: 'w.id',
    since: 'w.noted_at',
    dueOn: 'w.answer_on',
    from: `own_case c join family_wish w on w.client_id = c.client_id
      where w.face = 'IN_PROGRESS' and w.answer_on <= ${TODAY} and w.answer_on > ${TODAY} - 7 and ${within('family-link:read', 'w')}`,
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
    kind: 'SPECIALIST_REQUEST',
    id: 'q.id',
    caseRef: 'q.case_ref',
    language: 'q.language',
    dueAt: 'q.answer_due',
    since: 'q.asked_at',
    from: `specialist_request q join app.own_specialty held on held.office_id = q.office_id and held.role = q.specialty
      where q.state = 'REQUESTED' and ${inOffice('specialist:see-queue', 'q', 'client_id')}`,
  }),
  line({
    kind: 'SPECIALIST_DECLINED',
    id: 'q.id',
    caseId: 'q.case_id',
    clientId: 'q.client_id',
    caseRef: 'q.case_ref',
    since: 'q.answered_at',
    from: `specialist_request q where q.asked_by = ${ME} and q.state = 'DECLINED' and q.refusal_noted_at is null and ${within('case:read', 'q')}`,
  }),
  line({
    ...aNote,
    kind: 'DRAFT',
    since: 'n.saved_at',
    from: `case_note n join case_file c on c.id = n.case_id where n.state = 'DRAFT' and n.author_id = ${ME} and ${within('note:read', 'n')}`,
  }),
];

/** What waits for whoever answers for an office. */
export const OFFICE_LINES: readonly string[] = [
  line({
    ...aTask,
    kind: safetyOr('OFFICE_SAFETY_TASK', 'OFFICE_TASK'),
    from: `task t where t.for_coordinators and t.owner_id is null and ${OPEN_TASK} and ${withinOffice('case:approve_plan', 't')}`,
  }),
  line({
    kind: 'DEPUTY_NEEDED',
    id: 'a.id',
    officeId: 'a.office_id',
    since: 'a.recorded_at',
    dueOn: 'a.from_on',
    from: `absence a where a.needs_deputy and a.deputy_id is null and a.ended_at is null and a.until_on >= (select (now() at time zone o.time_zone)::date from office o where o.id = a.office_id) and a.office_id = any(${offices('absence:name-deputy')}) and a.staff_id <> ${ME}`,
  }),
  line({ ...ASSESSMENT, from: lateInOffice(TO_ASSESS, 'c.assessment_due') }),
  line({ ...PLAN, from: lateInOffice(TO_PLAN, 'c.plan_due') }),
  line({
    ...HOLD_REVIEW,
    from: `case_file c where c.state = 'ON_HOLD' and c.hold_review_on <= ${A_WEEK} and ${withinOffice('case:hold', 'c')}
      and not exists (select from own_case own where own.id = c.id and own.primary_worker_id = ${ME})`,
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
    dueOn: 'c.plan_due',
    since: 'c.plan_submitted_at',
    from: `case_file c where c.state = 'PLANNING' and c.plan_submitted_at is not null and c.plan_submitted_by <> ${ME} and ${withinOffice('case:approve_plan', 'c')}`,
  }),
  line({
    ...aCase,
    kind: 'CLOSURE_APPROVAL',
    since: 'c.closure_requested_at',
    from: `case_file c where c.state = 'CLOSURE_REQUESTED' and c.closure_requested_by <> ${ME} and ${withinOffice('case:approve_closure', 'c')}`,
  }),
  line({
    ...aNote,
    kind: 'VOIDING',
    since: 'n.void_asked_at',
    from: `case_note n join case_file c on c.id = n.case_id where n.state = 'VOID_ASKED' and n.author_id <> ${ME} and ${withinOffice('note:confirm-void', 'n')}`,
  }),
  line({
    ...aCase,
    kind: 'DUPLICATE',
    id: 'd.id',
    since: 'd.found_at',
    from: `duplicate_line d join case_file c on c.client_id = d.client_id and c.state <> 'CLOSED' where d.settled_at is null and d.office_id = any(${offices('enquiry:admit')}) and ${within('client:edit', 'd')}`,
  }),
];
