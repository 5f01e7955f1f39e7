import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg, onTeamOf } from './support/walls';

/**
 * What the steps of a family link leave behind (model 3.6): approaches by their number, what keeps somebody from being asked again, the way through the
 * authorities. What a state rests on is asked again at commit, of plain SQL too.
 */
export class TakeTheSteps1764000630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(LAPSE);
    await db.query(BESIDE);
    await db.query(RESTS_ON);
    await db.query(ROUTE);
    await db.query(FIGURES);
    await db.query(CLOCK);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const LAPSE = `
create or replace function app.guard_family_link() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.wish_id) is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.wish_id)
     or (new.state <> old.state and old.state || ' ' || new.state <> all (array[
       'DRAFT OPEN','OPEN TRACING','OPEN PAUSED','OPEN CLOSED','TRACING LOCATED','TRACING FATE_KNOWN','TRACING CLOSED','TRACING PAUSED','LOCATED VERIFIED','LOCATED TRACING','LOCATED PAUSED',
       'FATE_KNOWN FOLLOW_UP','VERIFIED APPROACH_APPROVED','VERIFIED CLOSED','VERIFIED PAUSED','APPROACH_APPROVED AWAITING_RELATIVE','APPROACH_APPROVED VERIFIED','APPROACH_APPROVED PAUSED',
       'AWAITING_RELATIVE BOTH_CONSENTED','AWAITING_RELATIVE CLOSED','AWAITING_RELATIVE PAUSED','BOTH_CONSENTED MEDIATED','BOTH_CONSENTED PAUSED','MEDIATED DIRECT','MEDIATED REUNION_PLANNED',
       'MEDIATED PAUSED','DIRECT REUNION_PLANNED','DIRECT FOLLOW_UP','DIRECT PAUSED','REUNION_PLANNED REUNITED','REUNION_PLANNED PAUSED','REUNITED FOLLOW_UP','FOLLOW_UP CLOSED',
       'PAUSED OPEN','PAUSED TRACING','PAUSED LOCATED','PAUSED VERIFIED','PAUSED BOTH_CONSENTED','PAUSED CLOSED','CLOSED OPEN']))
     -- a pause goes back to where it was, never further
     or (old.state = 'PAUSED' and new.state not in ('PAUSED','CLOSED') and new.state is distinct from case
           when old.state_before in ('OPEN','TRACING','LOCATED') then old.state_before
           when old.state_before in ('VERIFIED','APPROACH_APPROVED','AWAITING_RELATIVE') then 'VERIFIED' else 'BOTH_CONSENTED' end)
     or (old.state <> 'PAUSED' and new.state = 'PAUSED' and new.state_before is distinct from old.state) then
    raise exception 'no such step of a family link' using errcode = 'check_violation', constraint = 'family_link_by_the_drawing', table = 'family_link';
  end if;
  -- R-FL-06: an approval lapses with a pause
  if new.state = 'PAUSED' and old.state <> 'PAUSED' then new.approved_by := null; new.approved_at := null; new.asked := null; new.asked_by := null; new.asked_at := null;
    new.allowed_by := null; new.allowed_at := null; end if;
  if new.state <> old.state then new.last_step_at := clock_timestamp(); end if;
  return new;
end $$;
`;

const BESIDE = `
-- which approach it was, where it was one
alter table family_hearing add column approach_no integer, add constraint family_hearing_approach check (approach_no is null or (approach_no > 0 and side = 'RELATIVE'));

grant update (related_person_id, sealed) on family_tracing to panah_app;

-- keyed hashes of the ways to somebody and of who they are: what is left of whoever asked never to be asked again
alter table related_person drop column never_again;
alter table related_person add column never_again bytea[];
create index related_person_never_again on related_person using gin (never_again) where never_again is not null;

/* R-FL-17: whether somebody whom one of these marks asked never to be approached again; it says so to whoever is about to, and not who. */
create function app.asked_never_again(p_marks bytea[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from related_person p where p.org_id = app.org_id() and p.never_again && p_marks) $$;

/* R-FL-17: whether somebody said that we may keep what is theirs. For who has them in reach by the office. */
create function app.may_keep(p_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from related_person p join consent c on c.related_person_id = p.id and c.purpose = 'C22_RELATIVE_DATA'
      cross join lateral (select state, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
     where p.id = p_person and p.office_id = any (app.coordinated_offices()) and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > clock_timestamp())) $$;

/* R-FL-15: the years in which the client may be born; for the officers of the link and who decides on it. */
create function app.link_birth_years(p_link uuid) returns table (birth_year_from smallint, birth_year_to smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.birth_year_from, c.birth_year_to from family_link l join client c on c.id = l.client_id
   where l.id = p_link and l.org_id = app.org_id() and (l.office_id = any (app.coordinated_offices()) or exists (select from app.own_link o where o.whose = l.id)) $$;
revoke all on function app.asked_never_again(bytea[]), app.may_keep(uuid), app.link_birth_years(uuid) from public;
grant execute on function app.asked_never_again(bytea[]), app.may_keep(uuid), app.link_birth_years(uuid) to panah_app;
`;

const RESTS_ON = `
/* A state that needs the yes of both has it when the transaction ends, whoever moved the link (R-FL-01, R-FL-07). */
create function app.assert_link_rests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
  lacks text;
begin
  perform app.hold_grounds(new.id);
  select * into l from family_link where id = new.id;
  if l.state <> new.state or l.state not in ('BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED','REUNITED') then return null; end if;
  lacks := case
    when app.side_ground(l.id, 'RELATIVE', 'C22_RELATIVE_DATA', null) is null then 'C22'
    when app.side_ground(l.id, 'RELATIVE', 'C09_DISCLOSE_REL', 'ALIVE_ONLY') is null then 'C09 of the relative'
    when app.side_ground(l.id, 'CLIENT', 'C08_TRACING', null) is null then 'C08'
    when app.side_ground(l.id, 'CLIENT', 'C09_DISCLOSE_REL', null) is null then 'C09 of the client'
    when l.state <> 'BOTH_CONSENTED' and (app.side_ground(l.id, 'CLIENT', 'C10_MESSAGES', null) is null or app.side_ground(l.id, 'RELATIVE', 'C10_MESSAGES', null) is null) then 'C10'
    when l.state in ('DIRECT','REUNION_PLANNED','REUNITED') and (app.side_ground(l.id, 'CLIENT', 'C11_DIRECT', null) is null or app.side_ground(l.id, 'RELATIVE', 'C11_DIRECT', null) is null) then 'C11' end;
  if lacks is not null or not coalesce((select h.spoken_directly and h.alone and h.duress = 'PASSED' from family_hearing h where h.link_id = l.id and h.side = 'RELATIVE' order by h.at desc limit 1), false) then
    raise exception 'a link rests on the free yes of both' using errcode = 'check_violation', constraint = 'family_link_rests_on_both', table = 'family_link';
  end if;
  return null;
end $$;
create constraint trigger family_link_rests_on_both after update of state on family_link deferrable initially deferred
  for each row when (new.state is distinct from old.state) execute function app.assert_link_rests();

/* A call or a meeting between the two: the yes of both to this very thing, 72 hours after they agreed to speak at all. */
create function app.assert_contact_rests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cool timestamptz;
  needs text[] := case new.step when 'SUPPORTED_CALL' then array['CALL','MEETING'] when 'SUPPORTED_VIDEO' then array['CALL','MEETING'] when 'SUPPORTED_MEETING' then array['MEETING']
    when 'REUNION' then array['MEETING'] when 'DIRECT_CONTACT' then array['CONTACT_DETAILS'] end;
begin
  if needs is null then return null; end if;
  perform app.hold_grounds(new.link_id);
  select cooling_until into cool from family_link where id = new.link_id;
  if cool is null or new.planned_at < cool or clock_timestamp() < cool
     or exists (select from unnest(array['CLIENT','RELATIVE']) as of_side where not exists (select from unnest(needs) as scope
          where app.side_ground(new.link_id, of_side, 'C11_DIRECT', scope) is not null)) then
    raise exception 'a contact rests on the yes of both and on time to think' using errcode = 'check_violation', constraint = 'family_contact_rests_on_both', table = 'family_contact';
  end if;
  return null;
end $$;
create constraint trigger family_contact_rests_on_both after insert on family_contact deferrable initially deferred for each row execute function app.assert_contact_rests();

/* R-FL-06: whoever approves works on it for nobody. */
create function app.keep_approval_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from family_link_officer o where o.link_id = new.id and o.ended_at is null and o.staff_id in (new.approved_by, new.allowed_by)) then
    raise exception 'nobody approves what they work on' using errcode = 'check_violation', constraint = 'family_link_approved_by_no_officer', table = 'family_link';
  end if;
  return null;
end $$;
create trigger family_link_approved_by_no_officer after update of approved_by, allowed_by on family_link
  for each row when (new.approved_by is distinct from old.approved_by or new.allowed_by is distinct from old.allowed_by) execute function app.keep_approval_apart();

revoke all on function app.assert_link_rests(), app.assert_contact_rests(), app.keep_approval_apart() from public;
`;

const ROUTE = `
-- the way through the authorities: the officers' from the first, the legal colleague's once the two are in contact
create table family_route_step (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  link_id uuid not null,
  wish_id uuid not null,
  kind text not null,
  country text not null,
  from_on date not null,
  due_on date,
  rule_code text,
  rule_version integer,
  done_on date,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint family_route_step_office foreign key (org_id, office_id) references office (org_id, id),
  constraint family_route_step_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_route_step_wish foreign key (org_id, wish_id) references family_wish (org_id, id),
  constraint family_route_step_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_route_step_kind check (kind in ('APPLICATION','DOCUMENTS','VISA_APPOINTMENT','DECISION','APPEAL','TRAVEL')),
  constraint family_route_step_rule check ((rule_code is null) = (rule_version is null)),
  constraint family_route_step_days check (due_on >= from_on and done_on >= from_on)
);
create index family_route_step_of_link on family_route_step (link_id, from_on);
create index family_route_step_of_wish on family_route_step (wish_id);

create view app.legal_place with (security_barrier) as
  select client_id as whose from case_team
   where staff_id = app.setting('member')::uuid and role = 'LEGAL' and ended_at is null and starts_at <= now() and (ends_at is null or ends_at > now());
grant select on app.legal_place to panah_app;

${close('family_route_step')}
create policy family_route_step_wall on family_route_step to panah_app
  using (${inOrg} and (${inCoordinatedOffice} or exists (select from app.own_link where whose = link_id)))
  with check (${inOrg} and (${inCoordinatedOffice} or exists (select from app.own_link where whose = link_id)));
create policy family_route_step_legal on family_route_step for select to panah_app using (${inOrg}
  and exists (select from family_wish w join app.legal_place p on p.whose = w.client_id where w.id = wish_id and w.face = 'IN_CONTACT' and ${onTeamOf('w.client_id')}));
grant select, insert on family_route_step to panah_app;
grant update (done_on, version) on family_route_step to panah_app;
`;

const FIGURES = `
/* P-27 and P-28: states and days, without a word of whose link it is. For who works in family links there, and who coordinates there. */
create function app.family_figures(p_offices uuid[]) returns table (state text, outcome text, opened_on date, closed_on date, days_since_step integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.state, l.outcome, (s.at at time zone o.time_zone)::date, (l.closed_at at time zone o.time_zone)::date,
         greatest(0, (now() at time zone o.time_zone)::date - (l.last_step_at at time zone o.time_zone)::date)
    from family_link l join office o on o.id = l.office_id
    join lateral (select min(st.at) as at from family_link_step st where st.link_id = l.id and st.to_state = 'OPEN') s on s.at is not null
   where l.org_id = app.org_id() and l.office_id = any (p_offices) and not coalesce(l.client_id = any (app.blocked()), false)
     and (l.office_id = any (app.coordinated_offices()) or exists (select from staff_role r where r.staff_id = app.setting('member')::uuid and r.office_id = l.office_id
           and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null)) $$;
revoke all on function app.family_figures(uuid[]) from public;
grant execute on function app.family_figures(uuid[]) to panah_app;
`;

const CLOCK = `
create policy family_link_jobs on family_link for select to panah_jobs using (true);
create policy related_person_jobs on related_person for select to panah_jobs using (true);
grant select (id, org_id, office_id, state, related_person_id, approved_at, closed_at) on family_link to panah_jobs;
grant select (id, org_id, office_id, erase_after, erased_at) on related_person to panah_jobs;
create index related_person_to_erase on related_person (erase_after) where erased_at is null and erase_after is not null;
create index family_link_to_lapse on family_link (approved_at) where state = 'APPROACH_APPROVED';
`;
