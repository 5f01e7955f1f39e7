import { ownBands } from './outcome-bands';
import { REACH_PARAMETERS, withinReach } from '../platform/access/current-reach';

/** Nine domains stand as columns; safety, wellbeing and family are counted from lines without a case (model 2.11). */
const PLAIN = ['D01', 'D02', 'D04', 'D05', 'D06', 'D07', 'D08', 'D11', 'D12'] as const;
const OF_CASES = withinReach('c', 'client_id', 1);
const [POINT, BAND, MONTHS] = [1, 2, 3].map((n) => `$${REACH_PARAMETERS + n}`);
const OFFICES = '$1::uuid[]';

/** Each case with its baseline and the review of the point, in the band that was asked for. $1 to $4 reach, then point, band, months. */
export const COMPARED = `
  begun as materialized (
    select c.id, c.client_id, c.office_id, b.reviewed_on as baseline_on, a.id as after_id, ${ownBands('k')} as band, (now() at time zone o.time_zone)::date as today,
           ${PLAIN.map((domain) => `b.${domain.toLowerCase()} as before_${domain}, a.${domain.toLowerCase()} as after_${domain}`).join(', ')}
      from outcome_review b join case_file c on c.id = b.case_id join office o on o.id = c.office_id join client k on k.id = c.client_id
           left join outcome_review a on a.case_id = b.case_id and a.point = ${POINT}::text
     where b.point = 'BASELINE' and ${OF_CASES}),
  asked as (select * from begun where ${BAND}::text is null or band = ${BAND}),
  pair as materialized (
    select asked.id, asked.baseline_on, v.domain, v.before, v.after from asked cross join lateral (values ${PLAIN.map(
      (domain) => `('${domain}', asked.before_${domain}, asked.after_${domain})`,
    ).join(', ')}) v(domain, before, after) where asked.after_id is not null)`;

const CHANGED = `case when after > before then 'IMPROVED' when after = before then 'SAME' else 'WORSE' end`;
const MEDIAN = (of: string): string => `percentile_cont(0.5) within group (order by ${of})`;
const COUNTED = `
  level as materialized (
    select domain, before::int as before, after::int as after, 1 as times from pair where before ~ '^[1-5]$' and after ~ '^[1-5]$'
    union all
    select t.domain, t.before, t.after, sum(t.change)::int from outcome_tally t
     where t.office_id = any(${OFFICES}) and t.point = ${POINT} and (${BAND}::text is null or t.age_band = ${BAND}) group by 1, 2, 3 having sum(t.change) > 0),
  one as (select domain, before, after from level cross join lateral generate_series(1, times))`;

/** P-24: improved, the same, worse, by domain; no sum over domains. */
export const REINTEGRATION = {
  name: 'report.reintegration',
  text: `
  with ${COMPARED}, ${COUNTED},
       changed as (select domain, ${CHANGED} as change, sum(times)::int as count from level group by 1, 2),
       sum as (select domain, sum(count)::int as of from changed group by 1)
  select s.domain as key, ch.change as column, coalesce(c.count, 0) as count, s.of
    from sum s cross join unnest('{IMPROVED,SAME,WORSE}'::text[]) ch(change) left join changed c on c.domain = s.domain and c.change = ch.change
  union all select null, 'NOT_YET', count(*)::int, 0 from asked where after_id is null and baseline_on + make_interval(months => ${MONTHS}::int) > today
  union all select null, 'POINT_MISSED', count(*)::int, 0 from asked where after_id is null and baseline_on + make_interval(months => ${MONTHS}::int) <= today
  union all select null, 'NO_LEVEL', count(*)::int, 0 from pair where not (before ~ '^[1-5]$' and after ~ '^[1-5]$')
  union all select null, 'NO_BASELINE', count(*)::int, 0 from case_file c where c.state <> 'CLOSED' and ${OF_CASES}
    and not exists (select from outcome_review b where b.case_id = c.id and b.point = 'BASELINE')
  union all select '', 'BOTH', (count(*) filter (where after_id is not null))::int, count(*)::int from asked
  order by key, "column"`,
};

/** P-24: the level in the middle, before and after. */
export const REINTEGRATION_MEDIANS = {
  name: 'report.reintegration-medians',
  text: `
  with ${COMPARED}, ${COUNTED}
  select domain as key, side.column, count(*)::int as n, ${MEDIAN('side.level')} as median,
         percentile_cont(0.25) within group (order by side.level) as q1, percentile_cont(0.75) within group (order by side.level) as q3
    from one cross join lateral (values ('before', before), ('after', after)) side("column", level) where ${MONTHS}::int is not null group by 1, 2 order by 1, 2 desc`,
};

const STABLE_MONTHS = 12;
const FOUR = ['d01', 'd02', 'd04', 'd12'];
const ATTAINED = FOUR.map((column) => `r.${column} in ('4','5')`).join(' and ');
/** P-25: level 4 or 5 in four domains at two points in turn; of clients whose baseline is a year old. */
export const STABLE_CASES = `
  begun as materialized (
    select c.id, c.client_id, c.office_id, b.reviewed_on as baseline_on,
           b.reviewed_on + make_interval(months => ${STABLE_MONTHS}) <= (now() at time zone o.time_zone)::date as old
      from outcome_review b join case_file c on c.id = b.case_id join office o on o.id = c.office_id where b.point = 'BASELINE' and ${OF_CASES}),
  stable as materialized (
    select x.case_id from (
      select r.case_id, ${ATTAINED} as attained, lag(${ATTAINED}) over (partition by r.case_id order by r.reviewed_on, r.created_at) as before
        from outcome_review r join begun on begun.id = r.case_id and begun.old where r.point <> 'AD_HOC') x
     where x.attained and x.before group by 1)`;
export const STABLE = {
  name: 'report.stable-independence',
  text: `
  with ${STABLE_CASES}
  select b.office_id::text as key, null::text as column, (count(*) filter (where s.case_id is not null))::int as count, count(*)::int as of
    from begun b left join stable s on s.case_id = b.id where b.old group by 1
  union all select null, 'TOO_YOUNG', count(*)::int, 0 from begun where not old
  union all select null, 'NO_BASELINE', count(*)::int, 0 from case_file c where c.state <> 'CLOSED' and ${OF_CASES}
    and not exists (select from outcome_review b where b.case_id = c.id and b.point = 'BASELINE')
  order by key, "column"`,
};
