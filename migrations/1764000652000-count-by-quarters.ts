import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures about family links (P-27, P-28, P-29) are of a whole quarter that is over, and stay as they were: they are counted from what was written down at
 * the time. Nobody takes one count from another and finds a person between them: not by two periods, not by asking twice, not by asking as somebody who is
 * kept from one client. Whoever asks gets numbers and no row, of plain SQL too.
 */
export class CountByQuarters1764000652000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OUTCOMES);
    await db.query(FIGURES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const OUTCOMES = `
-- how it ended, with the step that ended it: a link that opens again ended all the same
alter table family_link_step add column outcome text;
update family_link_step s set outcome = l.outcome from family_link l where l.id = s.link_id and s.to_state = 'CLOSED' and s.from_state <> 'CLOSED';
create function app.note_outcome() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.outcome := (select outcome from family_link where id = new.link_id);
  return new;
end $$;
create trigger family_link_step_outcome before insert on family_link_step for each row
  when (new.to_state = 'CLOSED' and new.from_state <> 'CLOSED') execute function app.note_outcome();
`;

/** SQL: the first day of a quarter is asked for, and its last one is over by the clock of the office `o`. */
const OVER = `p_quarter = date_trunc('quarter', p_quarter)::date and (p_quarter + interval '3 months')::date <= (now() at time zone o.time_zone)::date`;
/** SQL: a moment lies before the end of the quarter, by the clock of the office `o`. */
const before = (moment: string): string => `(${moment} at time zone o.time_zone)::date < (p_quarter + interval '3 months')::date`;
const within = (moment: string): string => `(${moment} at time zone o.time_zone)::date >= p_quarter and ${before(moment)}`;
const WORKS_THERE = `exists (select from staff_role r where r.staff_id = app.setting('member')::uuid and r.office_id = o.id
    and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null)`;
const HERE = `o.id = any (p_offices) and o.org_id = app.org_id()`;

const FIGURES = `
drop function app.family_figures(uuid[]);
drop function app.message_moves(uuid[], date, date);

/* P-27: links that were open when the quarter ended, by state and by days since anything was written down. For who works in family links there. */
create function app.family_open_figures(p_offices uuid[], p_quarter date) returns table (state text, age text, count integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.state, case when f.days < 30 then '0-29' when f.days < 90 then '30-89' else '90-' end, count(*)::int
    from (select moved.to_state as state, (p_quarter + interval '3 months')::date - (last.at at time zone o.time_zone)::date as days
        from office o join family_link l on l.office_id = o.id
        cross join lateral (select s.to_state from family_link_step s where s.link_id = l.id and s.from_state <> s.to_state and ${before('s.at')} order by s.at desc, s.id desc limit 1) moved
        cross join lateral (select max(s.at) as at from family_link_step s where s.link_id = l.id and ${before('s.at')}) last
       where ${HERE} and ${OVER} and ${WORKS_THERE} and moved.to_state <> 'CLOSED') f
   group by 1, 2 order by 1, 2 $$;

/* P-28: how links ended that were closed in the quarter and not opened again in it. For who works in family links there, and who coordinates there. */
create function app.family_result_figures(p_offices uuid[], p_quarter date) returns table (outcome text, count integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select moved.outcome, count(*)::int
    from office o join family_link l on l.office_id = o.id
    cross join lateral (select s.to_state, s.outcome, s.at from family_link_step s where s.link_id = l.id and s.from_state <> s.to_state and ${before('s.at')} order by s.at desc, s.id desc limit 1) moved
   where ${HERE} and ${OVER} and (o.id = any (app.coordinated_offices()) or ${WORKS_THERE}) and moved.to_state = 'CLOSED' and ${within('moved.at')}
   group by 1 order by 1 $$;

/* P-29: of what was released in the quarter the moves, and no message by name. For who works in family links there. */
create function app.message_moves(p_offices uuid[], p_quarter date) returns table (language text, states text[], moments timestamptz[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.language, s.states, s.moments
    from office o join family_message m on m.office_id = o.id
    cross join lateral (select array_agg(t.to_state order by t.at, t.id) as states, array_agg(t.at order by t.at, t.id) as moments from family_message_step t where t.message_id = m.id) s
   where ${HERE} and ${OVER} and ${WORKS_THERE} and ${within('m.released_at')} $$;

/* The day it is where it is earliest: a quarter is over when it is over everywhere. */
create function app.earliest_today(p_offices uuid[]) returns date language sql stable as $$
  select coalesce(min((now() at time zone o.time_zone)::date), (now() at time zone 'UTC')::date) from office o where o.id = any (p_offices) $$;

revoke all on function app.note_outcome(), app.family_open_figures(uuid[], date), app.family_result_figures(uuid[], date), app.message_moves(uuid[], date), app.earliest_today(uuid[]) from public;
grant execute on function app.family_open_figures(uuid[], date), app.family_result_figures(uuid[], date), app.message_moves(uuid[], date), app.earliest_today(uuid[]) to panah_app;
`;
