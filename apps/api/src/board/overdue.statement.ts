import type { Word } from '@panah/domain/access/access-table';
import { contactEvery } from '@panah/domain/risk/risk-rhythm';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import type { OverdueKind } from '@panah/domain/vocabulary/board';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { REACH_PARAMETERS, withinReach } from '../platform/access/current-reach';

/** The words whose reach overdue work is read in; the parameters follow this list, then the offices of enquiries. */
export const OVERDUE_WORDS: readonly Word[] = [
  'task:read',
  'case:read',
  'plan:read',
  'risk:read',
  'appointment:read',
  'consent:read',
  'board:read',
  'client:read',
];
/** Parameters taken: four for each word, and the offices in which the reader takes enquiries. */
export const OVERDUE_PARAMETERS = OVERDUE_WORDS.length * REACH_PARAMETERS + 1;

export const withinWord = (word: Word, alias: string, column = 'client_id'): string =>
  withinReach(alias, column, 1 + OVERDUE_WORDS.indexOf(word) * REACH_PARAMETERS);
/** What concerns the office hangs on no client: the offices alone are asked. */
const TASK_OFFICES = `$${1 + OVERDUE_WORDS.indexOf('task:read') * REACH_PARAMETERS}::uuid[]`;
const ENQUIRY_OFFICES = `$${OVERDUE_PARAMETERS}::uuid[]`;

/** Something that is to be done by a time, on rows that are still open. */
interface Source {
  kind: OverdueKind;
  from: string;
  id: string;
  worker: string;
  where: string;
  /** The alias whose `office_id` it is, and of which `client_id` and the case are read. */
  of: string;
  caseId: string | null;
  /** An instant, or a day of the office: it is late when the day is over. */
  at?: string;
  on?: string;
  /** Whether it is about an enquiry: there is no client yet. */
  enquiry?: boolean;
}

/** Tasks by which the house reminds of what is counted here itself. */
const REMINDERS: readonly TaskKind[] = [
  'TASK_OVERDUE',
  'PLAN_REVIEW',
  'RISK_REVIEW',
  'SAFETY_PLAN',
  'MISSED_CONTACT',
  'CONTACT_TWICE_MISSED',
  'MISSING_PROTOCOL',
  'CONSENT_EXPIRES',
];
const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
export const TASK_COUNTED = `t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and t.kind not in (${quoted(REMINDERS)})`;

const CADENCE = `case c.risk_level ${riskLevel.codes.map((level) => `when '${level}' then interval '${contactEvery(level) * 24} hours'`).join(' ')} end`;
/** R-RI-11: counted from the last contact; where there was none, from the assessment. */
export const CONTACT_DUE = `(coalesce(c.last_contact_at, c.risk_assessed_at) + ${CADENCE})`;

const aCase = { from: 'case_file c', id: 'c.id', of: 'c', caseId: 'c.id', worker: 'c.primary_worker_id' };
const readable = withinWord('case:read', 'c');
const endangered = `c.state <> 'CLOSED' and c.risk_level is not null and ${withinWord('risk:read', 'c')}`;
const anEnquiry = { from: 'enquiry e', id: 'e.id', of: 'e', caseId: null, enquiry: true };
const enquiries = `e.client_id is null and e.office_id = any(${ENQUIRY_OFFICES}) and not (e.id = any((select app.blocked())::uuid[]))`;
const NEWEST = `(select l.state from consent_event l where l.consent_id = k.id order by l.seq desc limit 1)`;

const SOURCES: readonly Source[] = [
  { ...aCase, kind: 'RISK_REVIEW', at: 'c.risk_review_at', where: `c.risk_review_at is not null and ${endangered}` },
  { ...aCase, kind: 'SAFETY_PLAN', at: 'c.safety_plan_due', where: `c.safety_plan_due is not null and ${endangered}` },
  { ...aCase, kind: 'CONTACT', at: CONTACT_DUE, where: `c.risk_assessed_at is not null and ${endangered}` },
  {
    ...anEnquiry,
    kind: 'FIRST_RESPONSE',
    worker: 'e.received_by',
    at: 'e.first_response_due',
    where: `e.state = 'ENQUIRY' and e.first_response_at is null and ${enquiries}`,
  },
  {
    ...anEnquiry,
    kind: 'INTAKE',
    worker: 'e.intake_by',
    at: 'e.intake_due',
    where: `e.state = 'INTAKE' and e.intake_due is not null and ${enquiries}`,
  },
  {
    ...aCase,
    kind: 'ASSESSMENT',
    on: 'c.assessment_due',
    where: `c.state = 'ASSESSMENT' and c.assessment_due is not null and ${readable}`,
  },
  {
    ...aCase,
    kind: 'PLAN',
    on: 'c.plan_due',
    // a plan that is revised stays in force until the new one is approved
    where: `c.state in ('ASSESSMENT', 'PLANNING') and c.plan_due is not null and ${readable}
      and not exists (select from plan_version v where v.case_id = c.id and v.state = 'APPROVED')`,
  },
  {
    kind: 'PLAN_REVIEW',
    from: 'plan_version v join case_file c on c.id = v.case_id',
    id: 'v.id',
    of: 'v',
    caseId: 'v.case_id',
    worker: 'c.primary_worker_id',
    on: 'v.review_due',
    where: `v.state = 'APPROVED' and c.state not in ('CLOSED', 'ON_HOLD') and ${withinWord('plan:read', 'v')}`,
  },
  { ...aCase, kind: 'HOLD_REVIEW', on: 'c.hold_review_on', where: `c.state = 'ON_HOLD' and c.hold_review_on is not null and ${readable}` },
  {
    kind: 'TASK',
    from: 'task t',
    id: 't.id',
    of: 't',
    caseId: 't.case_id',
    worker: 't.owner_id',
    on: 't.due_on',
    where: `${TASK_COUNTED} and t.paused_on is null and t.client_id is not null and ${withinWord('task:read', 't')}`,
  },
  {
    kind: 'INCIDENT_ACTION',
    from: 'task t',
    id: 't.id',
    of: 't',
    caseId: null,
    worker: 't.owner_id',
    on: 't.due_on',
    where: `${TASK_COUNTED} and t.client_id is null and t.office_id = any(${TASK_OFFICES})`,
  },
  {
    kind: 'APPOINTMENT',
    from: 'appointment a',
    id: 'a.id',
    of: 'a',
    caseId: 'a.case_id',
    worker: 'a.owner_id',
    at: `a.starts_at + make_interval(mins => a.minutes)`,
    where: `a.state = 'PLANNED' and ${withinWord('appointment:read', 'a')}`,
  },
  {
    kind: 'CONSENT',
    from: `consent_event g join consent k on k.id = g.consent_id join case_file c on c.client_id = k.client_id and c.state <> 'CLOSED'`,
    id: 'k.id',
    of: 'k',
    caseId: 'c.id',
    worker: 'c.primary_worker_id',
    at: 'g.expires_at',
    // whatever was decided anew, yes or no, has answered it
    where: `g.action = 'give' and g.expires_at is not null and ${NEWEST} in ('ACTIVE', 'EXPIRED') and ${withinWord('consent:read', 'k')}
      and not exists (select from consent later where later.client_id = k.client_id and later.purpose = k.purpose and later.recipients = k.recipients
        and later.recorded_at > k.recorded_at)`,
  },
  {
    kind: 'NOTE',
    from: 'app.unsigned_notes() n',
    id: 'n.id',
    of: 'n',
    caseId: 'n.case_id',
    worker: 'n.author_id',
    // R-CA-06: a note is signed within a day
    at: `n.saved_at + interval '24 hours'`,
    where: withinWord('board:read', 'n'),
  },
];

const TODAY = '(now() at time zone o.time_zone)::date';

function select({ kind, from, id, worker, where, of, caseId, at, on, enquiry }: Source, only: 'late' | 'open'): string {
  const due = at ? `(${at})` : `(${on ?? ''}::timestamp at time zone o.time_zone)`;
  const late = at ? `${due} < now()` : `${on ?? ''} < ${TODAY}`;
  const day = at ? `(${due} at time zone o.time_zone)::date` : (on ?? '');
  return `select '${kind}' as kind, ${id} as id, ${caseId ?? 'null::uuid'} as case_id, ${enquiry ? 'null::uuid' : `${of}.client_id`} as client_id,
    ${worker} as worker_id, ${due} as due_at, ${at ? 'null::date' : (on ?? '')} as due_on, ${late} as late, ${TODAY} - ${day} as days
    from ${from} join office o on o.id = ${of}.office_id where ${where}${only === 'late' ? ` and ${late}` : ''}`;
}

/** SQL: whatever has a time by which it is done, and is not done; or only what is late. Columns: kind, id, case_id, client_id, worker_id, due_at, due_on, late, days. */
export const dueWork = (only: 'late' | 'open'): string => SOURCES.map((source) => select(source, only)).join('\n union all ');
