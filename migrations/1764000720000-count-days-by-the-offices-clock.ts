import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who lives in a unit on a day, by the day it is in the office; until now by that of the database. */
const UP = `
create or replace function app.guard_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.capacity < old.capacity and app.unit_peak(new.id, (select (now() at time zone o.time_zone)::date from office o where o.id = new.office_id), null, null, false) > new.capacity then
    raise exception 'fewer places than people' using errcode = 'check_violation', constraint = 'housing_unit_holds_who_is_there', table = 'housing_unit';
  end if;
  if new.status = 'RETIRED' and old.status <> 'RETIRED'
     and exists (select from placement where unit_id = new.id and state in ('MATCHED','OFFERED','RESERVED','IN_RESIDENCE','NOTICE')) then
    raise exception 'somebody is there' using errcode = 'check_violation', constraint = 'housing_unit_empty', table = 'housing_unit';
  end if;
  return new;
end $$;

create or replace function app.unit_company(p_placement uuid, p_from date, p_until date) returns table (unit_id uuid, free integer, others boolean, kept_apart boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select p.id, p.client_id, p.office_id from placement p
     where p.id = p_placement and p.org_id = app.org_id() and not (p.client_id = any (app.blocked()))
       and (p.office_id = any (app.coordinated_offices()) or exists (select from app.own_place o where o.whose = p.client_id))),
       there as (
    select p.unit_id, p.client_id, u.building_id from placement p join housing_unit u on u.id = p.unit_id cross join asked a
     where p.id <> a.id and p.client_id <> a.client_id and u.office_id = a.office_id
       and (p.state in ('RESERVED','IN_RESIDENCE','NOTICE') or (p.state in ('MATCHED','OFFERED') and p.held_until > now()))
       and coalesce(p.moved_in_on, p.reserved_from) < coalesce(p_until, 'infinity')
       and (p.planned_end_on is null or p.planned_end_on > p_from or (p.moved_in_on is not null and p_from <= (select (now() at time zone o.time_zone)::date from office o where o.id = a.office_id))))
  select u.id, u.capacity - app.unit_peak(u.id, p_from, p_until, a.id, true), exists (select from there t where t.unit_id = u.id),
         exists (select from there t join keep_apart k on k.lifted_at is null and k.client_id = least(t.client_id, a.client_id) and k.other_id = greatest(t.client_id, a.client_id)
                  where t.building_id = u.building_id)
    from asked a join housing_unit u on u.office_id = a.office_id
$$;
`;

export class CountDaysByTheOfficesClock1764000720000 implements MigrationInterface {
  readonly name = 'CountDaysByTheOfficesClock1764000720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
