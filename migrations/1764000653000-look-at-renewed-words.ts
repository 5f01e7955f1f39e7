import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg } from './support/walls';

/**
 * A closed link opens again on a yes that the client gave since, and a coordinator says so (model 3.6). Were only those asked about whose link is closed, the
 * question would tell that it was. So each yes that a client renews is put before a coordinator, and the answer does the same in every eye; what it opens,
 * the database opens behind it.
 */
export class LookAtRenewedWords1764000653000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RENEWALS);
    await db.query(RAISED);
    await db.query(DECIDED);
    await db.query(WALLS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const RENEWALS = `
-- its id is its own: two lines about one link cannot be laid side by side
create table family_renewal (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  office_id uuid not null,
  link_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  constraint family_renewal_office foreign key (org_id, office_id) references office (org_id, id),
  constraint family_renewal_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_renewal_asker foreign key (org_id, asked_by) references staff_member (org_id, id),
  constraint family_renewal_decider foreign key (org_id, decided_by) references staff_member (org_id, id),
  constraint family_renewal_decided check ((decided_by is null) = (decided_at is null)),
  constraint family_renewal_by_another check (decided_by <> asked_by)
);
create unique index family_renewal_one_open on family_renewal (link_id) where decided_at is null;
create index family_renewal_waiting on family_renewal (office_id, asked_at) where decided_at is null;
`;

const RAISED = `
/* The client says again that we may look, of a wish that was begun; or begins again what they had ended. Whatever stands behind it. */
create function app.raise_renewal(p_wish uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into family_renewal (org_id, office_id, link_id, asked_by)
  select l.org_id, l.office_id, l.id, app.staff_id() from family_link l join family_wish w on w.id = l.wish_id
   where w.id = p_wish and w.face in ('IN_PROGRESS','IN_CONTACT') and app.staff_id() is not null
  on conflict (link_id) where decided_at is null do nothing $$;

create function app.follow_renewed_word() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.raise_renewal(w.id) from consent c join family_wish w on w.id = any (c.recipients) and w.client_id = c.client_id
   where c.id = new.consent_id and c.purpose = 'C08_TRACING';
  return null;
end $$;
create trigger consent_renewed_is_looked_at after insert on consent_event
  for each row when (new.state = 'ACTIVE' and new.client_id is not null) execute function app.follow_renewed_word();

create function app.follow_renewed_wish() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.raise_renewal(new.id);
  return null;
end $$;
create trigger family_wish_renewed_is_looked_at after update of face on family_wish
  for each row when (old.face = 'ENDED' and new.face = 'IN_PROGRESS') execute function app.follow_renewed_wish();
`;

const DECIDED = `
create function app.guard_renewal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.decided_at is not null or new.decided_at is null
     or exists (select from family_link_officer o where o.link_id = new.link_id and o.ended_at is null and o.staff_id = new.decided_by) then
    raise exception 'decided once, by somebody who does not work on it' using errcode = 'check_violation', constraint = 'family_renewal_by_another', table = 'family_renewal';
  end if;
  return new;
end $$;
create trigger family_renewal_once before update on family_renewal for each row execute function app.guard_renewal();
create trigger family_renewal_by_oneself before update on family_renewal for each row execute function app.say_it_oneself('decided_by');

/* What is closed opens, if the yes stands and came after the close; it begins with looking: what was found before may have gone. Nobody sees whether. */
create function app.follow_renewal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  perform app.hold_grounds(new.link_id);
  select f.id, f.org_id, f.office_id, f.client_id, f.state into l from family_link f join family_wish w on w.id = f.wish_id
   where f.id = new.link_id and f.state = 'CLOSED' and w.face in ('IN_PROGRESS','IN_CONTACT')
     and exists (select from consent_event e where e.consent_id = app.side_ground(f.id, 'CLIENT', 'C08_TRACING', null) and e.state = 'ACTIVE' and e.given_at > f.closed_at)
   for update of f;
  if l is null then return null; end if;
  update family_link set state = 'OPEN', outcome = null, closed_at = null, related_person_id = null, located_by = null, verification = 'V0', relative_level = null,
    approach_by = null, approach_at = null, approved_by = null, approved_at = null, approaches = 0, approached_at = null, cooling_until = null,
    asked = null, asked_by = null, asked_at = null, allowed_by = null, allowed_at = null, version = version + 1 where id = l.id;
  insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id)
    values (gen_random_uuid(), l.org_id, l.office_id, l.id, 'reopen', 'CLOSED', 'OPEN', app.staff_id());
  perform app.staff_links(l.client_id);
  return null;
end $$;
create trigger family_renewal_opens_again after update of decided_at on family_renewal for each row execute function app.follow_renewal();
revoke all on function app.raise_renewal(uuid), app.follow_renewed_word(), app.follow_renewed_wish(), app.guard_renewal(), app.follow_renewal() from public;
`;

const decides = `${inOrg} and ${inCoordinatedOffice} and exists (select from family_link l where l.id = family_renewal.link_id and l.office_id = family_renewal.office_id)`;
const WALLS = `
${close('family_renewal')}
create policy family_renewal_wall on family_renewal to panah_app using (${decides}) with check (${decides});
grant select on family_renewal to panah_app;
grant update (decided_by, decided_at, version) on family_renewal to panah_app;
`;
