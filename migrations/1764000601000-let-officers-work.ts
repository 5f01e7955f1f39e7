import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice, onTeamOf } from './support/walls';

const COUNSELLING = `'C07_COUNSELLING'`;
const FAMILY = `'C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST'`;
const onTeamFor = (place: string): string => `exists (select from app.${place} where whose = client_id)`;
/** A relative's consents are their officers' by a policy of their own; what is asked here is asked of a client's. */
const known = `related_person_id is not null or ${inCoordinatedOffice} or case
  when purpose in (${COUNSELLING}) then ${onTeamFor('counselling_place')}
  when purpose in (${FAMILY}) then ${onTeamFor('family_place')} else true end`;
const stepKnown = `related_person_id is not null or ${inCoordinatedOffice} or ((client_id is null or ${onTeamOf('client_id')}) and exists (select from consent c where c.id = consent_id))`;
const wishKnown = `${inCoordinatedOffice} or ${onTeamFor('family_place')} or exists (select from family_link l join app.own_link o on o.whose = l.id where l.wish_id = family_wish.id)`;

/**
 * Who works on a family link: the family-links member of the client's team from the day the wish is begun, or whoever of that specialty joins the team
 * later. Side A neither sees nor chooses it. A wish that is begun again is a new one to its client: their face starts anew.
 */
export class LetOfficersWork1764000601000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy consent_known on consent;
      create policy consent_known on consent as restrictive to panah_app using (${known}) with check (${known});
      drop policy consent_event_known on consent_event;
      create policy consent_event_known on consent_event as restrictive to panah_app using (${stepKnown}) with check (${stepKnown});
      create policy family_wish_known on family_wish as restrictive to panah_app using (${wishKnown}) with check (${wishKnown});

      -- under whose key the details lie: the related person's, or the link's until there is one
      alter table family_verification add column related_person_id uuid,
        add constraint family_verification_related_person foreign key (org_id, related_person_id) references related_person (org_id, id);
      alter table family_tracing add column related_person_id uuid,
        add constraint family_tracing_related_person foreign key (org_id, related_person_id) references related_person (org_id, id);
    `);
    await db.query(OFFICERS);
    await db.query(WISHES);
    await db.query(PEOPLE);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const OFFICERS = `
/* Gives each begun link of a client that has none an officer for the client: the family-links member of the team who has been there longest. */
create function app.staff_links(p_client uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by)
  select gen_random_uuid(), l.org_id, l.office_id, l.id, t.staff_id, 'CLIENT', coalesce(app.staff_id(), t.staff_id)
    from family_link l left join related_person p on p.id = l.related_person_id
    cross join lateral (select t.staff_id from case_team t
       where t.client_id = l.client_id and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.starts_at <= clock_timestamp() + interval '1 minute' and (t.ends_at is null or t.ends_at > now())
         and not exists (select from family_link_officer o where o.link_id = l.id and o.ended_at is null and o.staff_id = t.staff_id and p.also_client_id is not null)
       order by t.starts_at, t.id limit 1) t
   where l.client_id = p_client and l.state not in ('DRAFT','CLOSED')
     and not exists (select from family_link_officer o where o.link_id = l.id and o.side = 'CLIENT' and o.ended_at is null);
end $$;

create function app.follow_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.ended_at is not null then
    update family_link_officer o set ended_at = clock_timestamp() from family_link l left join related_person p on p.id = l.related_person_id
     where o.link_id = l.id and o.staff_id = new.staff_id and o.ended_at is null and o.side in ('CLIENT','RELATIVE')
       and new.client_id = case o.side when 'CLIENT' then l.client_id else coalesce(p.also_client_id, l.client_id) end
       and not exists (select from case_team t where t.staff_id = new.staff_id and t.client_id = new.client_id and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.id <> new.id);
  end if;
  perform app.staff_links(new.client_id);
  return null;
end $$;
create trigger case_team_staffs_links after insert or update of starts_at, ended_at on case_team
  for each row when (new.role = 'FAMILY_LINKS' and new.starts_at is not null) execute function app.follow_team();
`;

const WISHES = `
create or replace function app.follow_wish() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  if tg_op = 'INSERT' then
    insert into family_link (id, org_id, office_id, client_id, wish_id) values (gen_random_uuid(), new.org_id, new.office_id, new.client_id, new.id);
    return null;
  end if;
  select id, state into l from family_link where wish_id = new.id for update;
  if new.face = 'IN_PROGRESS' then
    if app.side_ground(l.id, 'CLIENT', 'C08_TRACING', null) is null or app.side_ground(l.id, 'CLIENT', 'C09_DISCLOSE_REL', null) is null then
      raise exception 'a search rests on a yes' using errcode = 'check_violation', constraint = 'family_wish_rests_on_a_yes', table = 'family_wish';
    end if;
    if l.state = 'DRAFT' then
      update family_link set state = 'OPEN', version = version + 1 where id = l.id;
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, l.id, 'open', 'DRAFT', 'OPEN', app.staff_id());
    else
      -- asked for again: how it goes on, if it does, is its officers' and a coordinator's; the next word given shows as the first one did
      update family_link set client_heard_at = null, version = version + 1 where id = l.id;
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, l.id, 'asked_again', l.state, l.state, app.staff_id());
    end if;
    perform app.staff_links(new.client_id);
  elsif new.face = 'ENDED' and old.face <> 'ENDED' then
    if l.state = 'OPEN' then
      update family_link set state = 'CLOSED', outcome = 'CLIENT_STOPPED', closed_at = clock_timestamp(), version = version + 1 where id = l.id;
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, l.id, 'client_stops', 'OPEN', 'CLOSED', app.staff_id());
    else
      perform app.pause_links(array[l.id], 'CLIENT_STOPPED');
    end if;
  end if;
  return null;
end $$;
`;

const PEOPLE = `
/*
 * What an officer needs to name the people of a link, whichever side is theirs: the client's own row, and the risk that stands. Of a related person who is
 * also a client only the risk: their names are in the officers' own record.
 */
create function app.link_people(p_links uuid[]) returns table (link_id uuid, client_id uuid, sealed bytea, seal_version integer, client_risk text, relative_risk text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, c.id, c.sealed, c.seal_version,
      (select f.risk_level from case_file f where f.client_id = c.id order by (f.state = 'CLOSED'), f.period_no desc limit 1),
      (select f.risk_level from related_person p join case_file f on f.client_id = p.also_client_id where p.id = l.related_person_id order by (f.state = 'CLOSED'), f.period_no desc limit 1)
    from family_link l join client c on c.id = l.client_id
   where l.id = any (p_links) and l.org_id = app.org_id() and exists (select from app.own_link o where o.whose = l.id) $$;

revoke all on function app.staff_links(uuid), app.follow_team(), app.link_people(uuid[]) from public;
grant execute on function app.link_people(uuid[]) to panah_app;
`;
