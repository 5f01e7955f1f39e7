import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R-FL-14: a relative who turns out to be a client of ours. From the statement that says so each side has an officer of its own: the client's stays the
 * client's, the relative's is somebody of the family-links of the relative's own team, and whoever stands between the two serves neither.
 */
export class KeepSidesServedApart1764000690000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
/*
 * Who would serve the relative of a link if they were this client: of their team, in family links, not the one who serves the client and kept from neither.
 * Whoever says so comes first. Null where there is nobody.
 */
create function app.second_officer(p_link uuid, p_client uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select t.staff_id from family_link l
    join case_team t on t.client_id = p_client and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.starts_at <= clock_timestamp() and (t.ends_at is null or t.ends_at > now())
    join staff_member s on s.id = t.staff_id and s.state = 'ACTIVE' and s.tie_state not in ('DECLARED','UPHELD')
   where l.id = p_link
     and exists (select from family_link_officer c where c.link_id = l.id and c.side = 'CLIENT' and c.ended_at is null and c.staff_id <> t.staff_id)
     and exists (select from staff_role r where r.staff_id = t.staff_id and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null)
     and not exists (select from access_block b where b.staff_id = t.staff_id and b.subject_id in (l.client_id, p_client) and b.lifted_at is null)
   order by (t.staff_id = app.staff_id()) desc, t.starts_at, t.id limit 1 $$;

/* For whoever works on the link and has that client's file in reach: whether there is a second officer. */
create function app.has_second_officer(p_link uuid, p_client uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from app.own_link o where o.whose = p_link)
     and exists (select from case_team t where t.client_id = p_client and t.staff_id = app.staff_id() and t.ended_at is null)
     and app.second_officer(p_link, p_client) is not null $$;

create function app.part_sides() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
  client_officer uuid;
  other uuid;
begin
  for l in select id, org_id, office_id, client_id from family_link where related_person_id = new.id and state <> 'CLOSED' order by id for update loop
    if l.client_id = new.also_client_id then
      raise exception 'nobody is their own relative' using errcode = 'check_violation', constraint = 'related_person_somebody_else', table = 'related_person';
    end if;
    select staff_id into client_officer from family_link_officer where link_id = l.id and side = 'CLIENT' and ended_at is null;
    other := app.second_officer(l.id, new.also_client_id);
    if other is null then
      raise exception 'each side has an officer of its own' using errcode = 'check_violation', constraint = 'related_person_two_officers', table = 'related_person';
    end if;
    update family_link_officer set ended_at = clock_timestamp() where link_id = l.id and ended_at is null and side <> 'CLIENT' and (side = 'RELATIVE' or staff_id in (client_officer, other));
    update family_link set mediator_id = null where id = l.id and mediator_id in (client_officer, other);
    insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by)
      values (gen_random_uuid(), l.org_id, l.office_id, l.id, other, 'RELATIVE', coalesce(app.staff_id(), other));
  end loop;
  return null;
end $$;
create trigger related_person_parts_sides after update of also_client_id on related_person
  for each row when (new.also_client_id is not null and new.also_client_id is distinct from old.also_client_id) execute function app.part_sides();

revoke all on function app.second_officer(uuid, uuid), app.has_second_officer(uuid, uuid), app.part_sides() from public;
grant execute on function app.has_second_officer(uuid, uuid) to panah_app;
`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
