/** Below this path the floor writes a line about each request. */
export const LOGGED = '/logged';

/** What the floor asks: one statement an operation, over plain columns; no reach, no audit. */

const CASE = `c.id, c.client_id as "clientId", c.office_id as "officeId", c.case_ref as "caseRef", c.period_no as "periodNo", c.state,
  c.state_since as "stateSince", c.priority, c.streams, c.country, c.risk_level as "riskLevel", c.primary_worker_id as "primaryWorkerId",
  c.opened_on as "openedOn", c.closed_on as "closedOn", c.assessment_due as "assessmentDue", c.plan_due as "planDue",
  c.last_contact_at as "lastContactAt", c.hold_reason as "holdReason", c.hold_review_on as "holdReviewOn", c.version`;
const NOTE = `n.id, n.case_id as "caseId", n.version, n.type, n.class, n.state, n.happened_at as "happenedAt", n.body, n.direction, n.channel, n.minutes,
  n.author_id as "authorId", n.readers, n.saved_at as "savedAt", n.signed_at as "signedAt"`;

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
