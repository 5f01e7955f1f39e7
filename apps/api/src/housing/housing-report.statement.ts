/** SQL: rows of `alias` in the offices of a coordinator, but of nobody from whom they are closed off. `$1` are the offices. */
const within = (alias: string): string =>
  `${alias}.office_id = any($1::uuid[]) and not (${alias}.client_id = any((select app.blocked())::uuid[]))`;

/** P-14: what ended in the period (model 6.2). An institution counts where care was planned. */
export const ENDED = `select p.id, p.case_id, p.client_id, p.kind, p.destination, p.move_out_reason, p.moved_out_on as "on", p.moved_out_on - p.moved_in_on as days,
    p.move_out_reason <> 'DEATH' as counted,
    p.destination in ('INDEPENDENT_RENT','INDEPENDENT_SUPPORTED','SOCIAL_HOUSING','FAMILY_PERMANENT') or (p.destination = 'INSTITUTION' and p.care_planned) as positive
  from placement p where p.state = 'MOVED_OUT' and p.moved_out_on between $2::date and $3::date and ${within('p')}`;

/**
 * P-11: each client by the first request of theirs, when that lies in the period; the clock begins when the place was needed, if that was later. An
 * emergency bed does not stop it. Who has no place yet is censored; whose every request ended without a move-in is left out, and said.
 */
export const HOUSED = `select f.id, f.case_id, f.client_id, f.country, case when f.household_size >= 4 then '4+' else f.household_size::text end as household, f.began as "on",
    h.on - f.began as days, ((now() at time zone f.time_zone)::date - f.began) as so_far,
    h.on is null and not exists (select from placement w where w.client_id = f.client_id and (w.state in ('REQUESTED','MATCHED','OFFERED','RESERVED')
      or (w.kind = 'EMERGENCY' and w.state in ('IN_RESIDENCE','NOTICE')))) as given_up
  from (select distinct on (p.client_id) p.id, p.case_id, p.client_id, c.country, p.household_size, p.requested_on, greatest(p.requested_on, p.needed_from) as began, o.time_zone
          from placement p join case_file c on c.id = p.case_id join office o on o.id = p.office_id where ${within('p')}
         order by p.client_id, p.requested_on, p.created_at, p.id) f
  left join lateral (select case when min(m.moved_in_on) < f.began then f.began else min(m.moved_in_on) end as "on" from placement m where m.client_id = f.client_id and m.kind <> 'EMERGENCY' and m.moved_in_on is not null) h on true
 where f.requested_on between $2::date and $3::date`;

/** P-12: who waits now, and since when. */
export const WAITING = `select p.id, p.case_id, p.client_id, (now() at time zone o.time_zone)::date - p.requested_on as days, p.constraints,
    case when c.risk_level = 'IMMINENT' or exists (select from client_need n where n.case_id = p.case_id and n.code = 'HS-NF' and n.status in ('IDENTIFIED','CONFIRMED','IN_PLAN'))
      then 'NOW' when c.risk_level = 'HIGH' then 'HIGH' else 'OTHERS' end as band
  from placement p join case_file c on c.id = p.case_id join office o on o.id = p.office_id
 where p.state in ('REQUESTED','MATCHED','OFFERED') and ${within('p')}`;

/**
 * P-13: of each unit the days of the period that it stood as it did, as its steps say: from a day up to another that no longer counts. A night belongs to the day
 * on which it begins; the last step of a day holds for its night. What was given up for good has no nights from that day on. Cut by month, so that each span
 * lies in one. Spans are added up rather than days: a year of a thousand units is as many rows as it has changes.
 */
export const SPANS = `select u.id, u.provider_id, u.capacity, s.status, m.month, greatest(s.from_day, u.first_day, m.first) as from_day, least(s.until_day, u.last_day, m.next) as until_day
  from (select u.id, u.provider_id, u.capacity, o.time_zone, greatest($2::date, u.opens_on) as first_day, least($3::date, (now() at time zone o.time_zone)::date) + 1 as last_day
          from housing_unit u join office o on o.id = u.office_id where u.office_id = any($1::uuid[])) u
  cross join lateral (select status, from_day, lead(from_day, 1, 'infinity') over (order by from_day) as until_day
          from (select 'AVAILABLE' as status, '-infinity'::date as from_day
                union all (select distinct on ((t.at at time zone u.time_zone)::date) t.to_state, (t.at at time zone u.time_zone)::date from process_step t
                            where t.subject_id = u.id and t.subject_type = 'housing_unit' order by (t.at at time zone u.time_zone)::date, t.at desc, t.id desc)) step) s
  join (select to_char(g, 'YYYY-MM') as month, g::date as first, (g + interval '1 month')::date as next
          from generate_series(date_trunc('month', $2::date::timestamp), $3::date::timestamp, interval '1 month') g) m
    on greatest(s.from_day, u.first_day, m.first) < least(s.until_day, u.last_day, m.next)`;

/** Who stayed in which unit, from when until when. Inside the office the count is whole (decision 0014): whose nights they are is not said. */
export const STAYS = `select * from app.bed_stays($2::date, $3::date + 1) where state in ('IN_RESIDENCE','NOTICE','MOVED_OUT')`;
