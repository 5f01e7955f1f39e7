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
 * P-13: bed-nights of each unit. A night belongs to the day on which it begins; on days on which a unit was not to be used, as its steps say, it has none to give.
 * A unit that was given up for good has none from that day on. Inside the office the count is whole (decision 0014): whose nights they are is not said.
 * Stands beside a `stay` of `STAYS`.
 */
export const NIGHTS = `select u.id, u.provider_id, u.capacity, d.day, coalesce(s.status, 'AVAILABLE') as status,
    coalesce((select sum(b.beds) from stay b where b.unit_id = u.id and b.from_on <= d.day and (b.until_on is null or b.until_on > d.day)), 0)::int as taken
  from housing_unit u join office o on o.id = u.office_id
  cross join lateral (select g::date as day from generate_series(greatest($2::date, u.opens_on)::timestamp, least($3::date, (now() at time zone o.time_zone)::date)::timestamp, interval '1 day') g) d
  left join lateral (select t.to_state as status from process_step t where t.subject_id = u.id and t.subject_type = 'housing_unit' and t.at < ((d.day + 1)::timestamp at time zone o.time_zone)
    order by t.at desc, t.id desc limit 1) s on true
 where u.office_id = any($1::uuid[])`;

export const STAYS = `select * from app.bed_stays($2::date, $3::date + 1) where state in ('IN_RESIDENCE','NOTICE','MOVED_OUT')`;
