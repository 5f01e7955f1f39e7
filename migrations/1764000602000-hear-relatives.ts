import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What officers do about the people of a link: who serves which side (R-FL-14), and a relative's own consents and their end (R-CO-10). What the other
 * side's files say is asked by functions that answer yes or no; and the one answer of R-FL-12 is given by a job that reads dates.
 */
export class HearRelatives1764000602000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OFFICERS);
    await db.query(CLOCK);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const OFFICERS = `
/*
 * Why a colleague may not serve one side of a link; null where they may. They hold the specialty in its office, are kept from neither of the two people, and
 * for a side stand on that client's team; where both are clients nobody serves two.
 */
create function app.why_no_officer(p_link uuid, p_staff uuid, p_side text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case
      when not exists (select from staff_role r join staff_member s on s.id = r.staff_id
             where r.staff_id = p_staff and r.office_id = l.office_id and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null
               and s.state = 'ACTIVE' and s.tie_state not in ('DECLARED','UPHELD'))
        or exists (select from access_block b where b.staff_id = p_staff and b.subject_id in (l.client_id, p.also_client_id) and b.lifted_at is null)
        or (p_side <> 'MEDIATOR' and not exists (select from case_team t where t.staff_id = p_staff and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.starts_at <= now()
             and (t.ends_at is null or t.ends_at > now()) and t.client_id = case p_side when 'CLIENT' then l.client_id else coalesce(p.also_client_id, l.client_id) end))
        then 'not-suitable'
      when p.also_client_id is not null and exists (select from family_link_officer o where o.link_id = l.id and o.ended_at is null and o.staff_id = p_staff and o.side <> p_side)
        then 'serves-other-side' end
    from family_link l left join related_person p on p.id = l.related_person_id
   where l.id = p_link and l.org_id = app.org_id()
     and (l.office_id = any (app.coordinated_offices()) or exists (select from app.own_link o where o.whose = l.id)) $$;

/* A relative who turns out to be a client of ours: whoever served both serves the client's side only, and the relative's is given to somebody of their own team. */
create function app.part_officers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  other uuid;
begin
  select also_client_id into other from related_person where id = new.related_person_id;
  if other is null then return null; end if;
  update family_link_officer o set ended_at = clock_timestamp()
   where o.link_id = new.id and o.ended_at is null and o.side <> 'CLIENT'
     and (exists (select from family_link_officer c where c.link_id = new.id and c.side = 'CLIENT' and c.ended_at is null and c.staff_id = o.staff_id)
       or o.side = 'RELATIVE');
  insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by)
  select gen_random_uuid(), new.org_id, new.office_id, new.id, t.staff_id, 'RELATIVE', coalesce(app.staff_id(), t.staff_id)
    from case_team t where t.client_id = other and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now())
     and not exists (select from family_link_officer o where o.link_id = new.id and o.ended_at is null and o.staff_id = t.staff_id)
   order by t.starts_at, t.id limit 1;
  return null;
end $$;
create trigger family_link_parts_officers after update of related_person_id on family_link
  for each row when (new.related_person_id is not null and new.related_person_id is distinct from old.related_person_id) execute function app.part_officers();
revoke all on function app.why_no_officer(uuid, uuid, text), app.part_officers() from public;
grant execute on function app.why_no_officer(uuid, uuid, text) to panah_app;
`;

const CLOCK = `
/* A relative's consent that is over by its day, or an offer that nobody answered: written down for the clock, which reads dates only and acts for no office. */
create function app.end_relative_consent(p_consent uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
  s record;
begin
  select id, org_id, office_id, related_person_id into c from consent where id = p_consent and related_person_id is not null for update;
  if not found then return false; end if;
  select state, given_at, expires_at, at into s from consent_event where consent_id = c.id order by seq desc limit 1;
  if s.state = 'ACTIVE' and s.expires_at <= now() then
    insert into consent_event (id, org_id, office_id, related_person_id, consent_id, action, state, given_at, expires_at)
    values (gen_random_uuid(), c.org_id, c.office_id, c.related_person_id, c.id, 'expire', 'EXPIRED', s.given_at, s.expires_at);
  elsif s.state = 'OFFERED' and s.at <= now() - interval '30 days' then
    insert into consent_event (id, org_id, office_id, related_person_id, consent_id, action, state)
    values (gen_random_uuid(), c.org_id, c.office_id, c.related_person_id, c.id, 'lapse', 'EXPIRED');
  else
    return false;
  end if;
  return true;
end $$;
revoke all on function app.end_relative_consent(uuid) from public;
grant execute on function app.end_relative_consent(uuid) to panah_jobs;

-- the day of the one answer (R-FL-12)
create policy family_wish_jobs on family_wish for select to panah_jobs using (true);
grant select (id, org_id, office_id, face, answer_on, answered_at) on family_wish to panah_jobs;
`;
