import { cell } from '@panah/domain/access/access-table';
import { SAFETY_KINDS } from '@panah/domain/tasks/task-kinds';
import { TIMELINE_SUBJECTS } from '@panah/domain/timeline/timeline-kinds';

/** Below this path the floor writes a line about each request. */
export const LOGGED = '/logged';

/** What the floor asks: one statement an operation, over plain columns; no reach, no audit. */

const CASE = `c.id, c.client_id as "clientId", c.office_id as "officeId", c.case_ref as "caseRef", c.period_no as "periodNo", c.state,
  c.state_since as "stateSince", c.priority, c.streams, c.country, c.risk_level as "riskLevel", c.primary_worker_id as "primaryWorkerId",
  c.opened_on as "openedOn", c.closed_on as "closedOn", c.assessment_due as "assessmentDue", c.plan_due as "planDue",
  c.last_contact_at as "lastContactAt", c.hold_reason as "holdReason", c.hold_review_on as "holdReviewOn", c.version`;
const NOTE = `n.id, n.case_id as "caseId", n.version, n.type, n.class, n.state, n.happened_at as "happenedAt", n.body, n.direction, n.channel, n.minutes,
  n.author_id as "authorId", n.readers, n.saved_at as "savedAt", n.signed_at as "signedAt"`;

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
/** What a caseworker's timeline tells. Consents keep their history elsewhere. */
const SUBJECTS = quoted(
  TIMELINE_SUBJECTS.filter(({ type, word }) => type !== 'consent' && cell(word, 'CASEWORKER') !== 'none').map(({ type }) => type),
);
const newest = (alias: string, at: string): string => `order by ${alias}.${at} desc, ${alias}.id desc limit $2`;

/** One kind of line of a day; what is left out is null. */
const line = (kind: string, columns: Record<string, string>, from: string): string =>
  `(select ${kind} as kind, ${DAY_COLUMNS.map((name) => `${columns[name] ?? 'null'} as ${name}`).join(', ')} from ${from})`;
const DAY_COLUMNS = ['id', 'case_id', 'client_id', 'case_ref', 'language', 'country', 'note_type', 'due_at', 'due_on', 'since'] as const;
const ENQUIRY = { id: 'e.id', case_ref: 'e.case_ref', language: 'e.language', country: 'e.country', since: 'e.received_at' };
const CASE_DUE = { id: 'c.id', case_id: 'c.id', client_id: 'c.client_id', case_ref: 'c.case_ref', since: 'c.state_since' };
const MINE = 'case_file c where c.primary_worker_id = $1';
/** All that a caseworker's day has, for one who stands in for nobody; the day of an office is that of the database. */
const DAY_LINES = [
  line(
    `case when e.immediate_danger = 'YES' then 'ENQUIRY_IN_DANGER' when e.state = 'ENQUIRY' then 'FIRST_RESPONSE' else 'INTAKE' end`,
    {
      ...ENQUIRY,
      due_at: `case when e.immediate_danger = 'YES' then e.received_at when e.state = 'INTAKE' then e.intake_due when e.first_response_at is null then e.first_response_due end`,
      since: `case when e.state = 'INTAKE' and e.immediate_danger <> 'YES' then e.intake_started_at else e.received_at end`,
    },
    `enquiry e where e.office_id = $2 and e.state in ('ENQUIRY', 'INTAKE') and e.client_id is null and (e.immediate_danger = 'YES'
      or (e.state = 'ENQUIRY' and e.first_response_at is null)
      or (e.state = 'INTAKE' and e.proposed_at is null and (e.intake_by = $1 or e.intake_due < now())))`,
  ),
  line(
    `case when t.kind in (${quoted(SAFETY_KINDS)}) then 'SAFETY_TASK' else 'TASK' end`,
    { id: 't.id', case_id: 't.case_id', client_id: 't.client_id', due_on: 't.due_on', since: 't.created_at' },
    `task t where t.owner_id = $1 and t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and t.paused_on is null
      and (t.due_on <= current_date + 8 or t.reminded_at is not null)`,
  ),
  line(
    `'APPOINTMENT'`,
    { id: 'a.id', case_id: 'a.case_id', client_id: 'a.client_id', due_at: 'a.starts_at', since: 'a.created_at' },
    `appointment a where a.owner_id = $1 and a.state = 'PLANNED' and a.starts_at < now() + interval '8 days'`,
  ),
  line(
    `'ASSESSMENT'`,
    { ...CASE_DUE, due_on: 'c.assessment_due' },
    `${MINE} and c.state = 'ASSESSMENT' and c.assessment_due <= current_date + 7`,
  ),
  line(
    `'PLAN'`,
    { ...CASE_DUE, due_on: 'c.plan_due' },
    `${MINE} and c.state = 'PLANNING' and c.plan_submitted_at is null and c.plan_due <= current_date + 7`,
  ),
  line(
    `'HOLD_REVIEW'`,
    { ...CASE_DUE, due_on: 'c.hold_review_on' },
    `${MINE} and c.state = 'ON_HOLD' and c.hold_review_on <= current_date + 7`,
  ),
  line(
    `'DRAFT'`,
    { id: 'n.id', case_id: 'n.case_id', client_id: 'n.client_id', case_ref: 'c.case_ref', note_type: 'n.type', since: 'n.saved_at' },
    `case_note n join case_file c on c.id = n.case_id where n.author_id = $1 and n.state = 'DRAFT'`,
  ),
];

export const FLOOR = {
  // $1 worker, $2 state, $3 limit
  list: {
    name: 'list',
    text: `select ${CASE}, k.arab, k.latin, k.pseudonym, s.display_name as worker,
        (select count(*)::int from case_file c where c.primary_worker_id = $1 and c.state = $2) as total
      from case_file c join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id
      where c.primary_worker_id = $1 and c.state = $2 order by c.opened_on desc, c.id desc limit $3`,
  },
  // $1 case
  open: {
    name: 'open',
    text: `select ${CASE}, k.arab, k.latin, k.pseudonym, s.display_name as worker,
        (select coalesce(json_agg(l), '[]') from (
          select ${NOTE}, a.display_name as author from case_note n join staff_member a on a.id = n.author_id
           where n.case_id = $1 and n.state <> 'DRAFT' order by n.happened_at desc, n.id desc limit 20) l) as notes
      from case_file c join client k on k.id = c.client_id left join staff_member s on s.id = c.primary_worker_id where c.id = $1`,
  },
  // $1 note, $2 case, $3 author, $4 happened at, $5 body, $6 channel, $7 step
  note: {
    name: 'note',
    text: `with file as (select id, org_id, office_id, client_id from case_file where id = $2),
      written as (insert into case_note (id, org_id, office_id, client_id, case_id, author_id, type, class, state, happened_at, saved_at, signed_at, version, body, channel)
        select $1, org_id, office_id, client_id, id, $3, 'CONTACT', 'CONFIDENTIAL', 'FINAL', $4, now(), now(), 2, $5, $6 from file returning *),
      step as (insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id)
        select $7, org_id, office_id, client_id, 'note', id, 'sign', 'DRAFT', 'FINAL', $3 from written),
      touched as (update case_file set last_contact_at = greatest(last_contact_at, $4) where id = $2)
      select ${NOTE}, a.display_name as author from written n join staff_member a on a.id = n.author_id`,
  },
  // $1 case, $2 from, $3 to, $4 hold reason, $5 hold review, $6 by, $7 step
  stage: {
    name: 'stage',
    text: `with held as (select id, version from case_file where id = $1 and state = $2 for update),
      moved as (update case_file c set state = $3, state_before = $2, state_since = now(), hold_reason = $4, hold_review_on = $5, version = c.version + 1
        from held where c.id = held.id and c.version = held.version returning c.*),
      step as (insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, reason)
        select $7, org_id, office_id, client_id, 'case', id, 'step', $2, $3, $6, $4 from moved)
      select ${CASE}, s.display_name as worker from moved c left join staff_member s on s.id = c.primary_worker_id`,
  },
  // $1 office, $2 beginning of a word, $3 just after everything that begins so
  search: {
    name: 'search',
    text: `with found as (select client_id, min(length(word)) as length from name_word where word >= $2 and word < $3 and office_id = $1
        group by 1 order by 2, 1 limit 25)
      select k.id as "clientId", k.arab, k.latin, k.pseudonym, k.country_of_stay as "countryOfStay", f.id as "caseId", f.case_ref as "caseRef", f.state
        from found join client k on k.id = found.client_id
        left join lateral (select id, case_ref, state from case_file where client_id = k.id order by (state = 'CLOSED'), period_no desc limit 1) f on true
       order by found.length, k.id`,
  },
  // $1 case, $2 limit
  timeline: {
    name: 'timeline',
    text: `with event as (
        (select n.id, n.happened_at as at, n.author_id as by_id, n.type, n.class, n.state, n.body, n.direction, n.channel, n.minutes, n.version,
           n.saved_at as "savedAt", n.signed_at as "signedAt", null as subject, null::uuid as "subjectId", null as action, null as "from", null as "to", null as reason, null::uuid as consent_id
           from case_note n where n.case_id = $1 and n.state <> 'DRAFT' ${newest('n', 'happened_at')})
        union all
        (select s.id, s.at, s.by_id, null, null, null, null, null, null, null, null, null, null, s.subject_type, s.subject_id, s.action, s.from_state, s.to_state, s.reason, null
           from process_step s where s.client_id = (select client_id from case_file where id = $1) and s.subject_type in (${SUBJECTS}) ${newest('s', 'at')})
        union all
        (select e.id, e.at, e.by_id, null, null, null, null, null, null, null, null, null, null, 'consent', e.consent_id, e.action, null, e.state, null, e.consent_id
           from consent_event e where e.client_id = (select client_id from case_file where id = $1) ${newest('e', 'at')}))
      select l.*, a.display_name as by, c.purpose as about from (select * from event order by at desc, id desc limit $2) l
        left join staff_member a on a.id = l.by_id left join consent c on c.id = l.consent_id order by l.at desc, l.id desc`,
  },
  // $1 worker, $2 office
  day: {
    name: 'day',
    text: `with entry as (${DAY_LINES.join(' union all ')}),
      told as (select *, case when kind in ('ENQUIRY_IN_DANGER', 'SAFETY_TASK') then 'DANGER' when kind = 'DRAFT' then 'UNSIGNED' else 'DUE' end as "group" from entry),
      ranked as (select *, count(*) over (partition by "group")::int as total,
        row_number() over (partition by "group" order by coalesce(due_at, due_on::timestamptz, since), id) as place from told),
      page as materialized (select * from ranked where place <= 25 limit 100),
      load as (select coalesce(jsonb_agg(kind), '[]') as cases from (select c.state, c.risk_level as "riskLevel", count(*)::int as count
        from case_file c where c.primary_worker_id = $1 and c.state <> 'CLOSED' group by 1, 2) kind)
      select case when coalesce(r.place, 1) = 1 then load.cases end as cases, r.*, coalesce(r.case_ref, f.case_ref) as "caseRef", k.arab, k.latin, k.pseudonym, coalesce(t.title, a.title) as title, coalesce(t.version, a.version) as version,
             t.kind as "taskKind", t.priority, t.status, a.kind as "appointmentKind", a.minutes, coalesce(a.time_zone, o.time_zone) as "timeZone", o.weekend_days, o.holidays
        from load left join page r on true left join client k on k.id = r.client_id left join case_file f on f.id = r.case_id
        left join task t on t.id = r.id and r.kind in ('TASK', 'SAFETY_TASK') left join appointment a on a.id = r.id and r.kind = 'APPOINTMENT'
        left join office o on o.id = t.office_id order by r.place, r.id`,
  },
  // $1 partner, $2 how many
  inbox: {
    name: 'inbox',
    text: `select r.id, right(r.id::text, 6) as reference, r.kind, r.service, r.urgency, r.state, r.sent_at as "sentAt", d.due_at as "dueAt", count(*) over ()::int as total
      from referral r cross join lateral (select case when r.state in ('SENT','RECEIVED') then r.response_due
          when r.state in ('ACCEPTED','IN_SERVICE') then coalesce(r.feedback_at + interval '30 days', coalesce(r.started_on::timestamptz, r.decided_at) + interval '14 days')
          when r.state in ('REVOKED','DISCONTINUED','EXPIRED') then r.ended_at end as due_at) d
     where r.partner_id = $1 and (r.state in ('SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE') or (r.state = 'COMPLETED' and r.completed_at > now() - interval '30 days')
       or (r.state in ('REVOKED','DISCONTINUED','EXPIRED') and r.acknowledged_at is not null and r.deletion_confirmed_at is null))
     order by coalesce(d.due_at, 'infinity'), r.id limit $2`,
  },
  // $1 referral
  opening: {
    name: 'opening',
    text: `with opened as (update referral_package set opened_at = coalesce(opened_at, now()) where referral_id = $1 and ended_at is null and expires_at > now()
        returning id, seq, items, sealed_at as "sealedAt", opened_at as "openedAt", expires_at as "expiresAt")
      select r.*, (select jsonb_agg(o order by o.seq) from opened o) as packages,
             (select coalesce(jsonb_agg(m order by m.at), '[]') from referral_message m where m.referral_id = r.id) as messages
        from referral r where r.id = $1`,
  },
  // $1 office
  report: {
    name: 'report',
    text: `select c.state as key, count(*)::int as count from case_file c where c.office_id = $1 and c.state <> 'CLOSED' group by 1 order by count desc, key`,
  },
} as const;

/**
 * The same and a line about it in the same round trip. The line's values follow those of the statement: $n+1 its id, $n+2 who asked,
 * $n+3 what for, $n+4 about what.
 */
export function withLine({ name, text }: { name: string; text: string }, count: number): { name: string; text: string } {
  const [id, actor, word, subject] = [1, 2, 3, 4].map((place) => `$${count + place}`);
  const line = `line as (insert into log_line (id, actor_id, word, outcome, status, subject_id) values (${id}, ${actor}, ${word}, 'DONE', 200, ${subject}))`;
  return { name: `${name}.with-line`, text: text.startsWith('with ') ? `with ${line}, ${text.slice(5)}` : `with ${line} ${text}` };
}

/** What comes after every text that begins with `text`, where texts are ordered by code point. */
export const afterAll = (text: string): string => `${text}\u{10FFFF}`;
