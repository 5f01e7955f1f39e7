import { contactEvery } from '@panah/domain/risk/risk-rhythm';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { REACH_PARAMETERS, withinReach } from '../platform/access/current-reach';

export const OF_CASES = withinReach('c', 'client_id', 1);
export const [FROM = '', TO = '', WEEKS = ''] = [1, 2, 3].map((n) => `$${REACH_PARAMETERS + n}`);
const CADENCE = `case level ${riskLevel.codes.map((level) => `when '${level}' then interval '${contactEvery(level) * 24} hours'`).join(' ')} end`;

/**
 * P-08: whole weeks back from the last day, of cases that were open all week; the level is the one that stood when the week began. The standard is
 * kept when at no time of the week more than one cadence lay between contacts, counted from the assessment where that is later (R-RI-11, R-CA-07).
 * SQL for a `with`: `kept` (id, level, worker_id, kept), a row for each case and week; `levelled` also those without a level.
 */
export const WEEKS_KEPT = `
week as (select ${TO}::date - 7 * n - 6 as first, ${TO}::date - 7 * n as last from generate_series(0, ${WEEKS}::int - 1) n where ${FROM}::date is not null),
     asked as materialized (
       select c.id, c.primary_worker_id as worker_id, (w.first::timestamp at time zone o.time_zone) as from_at,
              ((w.last + 1)::timestamp at time zone o.time_zone) as to_at
         from case_file c join office o on o.id = c.office_id join week w on c.opened_on <= w.first and (c.closed_on is null or c.closed_on > w.last)
        where ${OF_CASES}),
     levelled as materialized (
       select a.*, r.level, r.assessed_at from asked a left join lateral (select x.level, x.assessed_at from risk_assessment x
         where x.case_id = a.id and x.state = 'FINAL' and x.final_at <= a.from_at order by x.final_at desc limit 1) r on true),
     kept as (
       select l.id, l.level, l.worker_id, coalesce(m.began <= l.from_at and m.close_enough, false) as kept from levelled l
         cross join lateral (select min(y.at) as began, bool_and(y.next - y.at <= ${CADENCE}) as close_enough from (
           select z.at, lead(z.at, 1, least(l.to_at, now())) over (order by z.at) as next from (
             select n.happened_at as at from case_note n where n.case_id = l.id and n.type = 'CONTACT' and n.state in ('FINAL', 'VOID_ASKED')
                and n.happened_at > l.from_at - ${CADENCE} and n.happened_at < l.to_at
             union all select l.assessed_at where l.assessed_at > l.from_at - ${CADENCE}) z) y) m
        where l.level is not null)`;

/**
 * P-09: cases opened in the period, with what was kept of R-CA-03. SQL for a `with`: `opened` (id, key, old, assessed, planned); `old` where the
 * clock of 15 working days is over.
 */
export const OPENED_LONG_AGO = `
opened as materialized (
  select c.id, c.office_id::text as key, c.plan_due < (now() at time zone o.time_zone)::date as old,
         exists (select from risk_assessment r where r.case_id = c.id and r.state = 'FINAL' and (r.final_at at time zone o.time_zone)::date <= c.assessment_due) as assessed,
         exists (select from plan_version v where v.case_id = c.id and (v.approved_at at time zone o.time_zone)::date <= c.plan_due) as planned
    from case_file c join office o on o.id = c.office_id
   where c.opened_on between ${FROM}::date and ${TO}::date and c.plan_due is not null and c.assessment_due is not null and ${OF_CASES})`;
