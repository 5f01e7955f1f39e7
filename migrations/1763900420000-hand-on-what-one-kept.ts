import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { close, inOrg, notBlocked } from './support/walls';

const me = `(select app.setting('member'))::uuid`;
const held = `exists (select from private_note_key k where k.id = key_id and k.holder_id = ${me})`;

/**
 * R-CN-07: what a counsellor kept for themself goes with them, or to one colleague with the client's written consent. What is handed on is the
 * key: not a row of a note is touched, and nothing is opened on the way. Whoever holds the key reads; only the author ever writes.
 */
export class HandOnWhatOneKept1763900420000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(HOLDERS);
    await db.query(HANDING_ON);
    await db.query(CONSENTS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const HOLDERS = `
alter table private_note_key add column holder_id uuid;
update private_note_key set holder_id = author_id;
alter table private_note_key alter column holder_id set not null,
  add constraint private_note_key_holder foreign key (org_id, holder_id) references staff_member (org_id, id);
drop index private_note_key_once;
create unique index private_note_key_once on private_note_key (author_id, client_id) where destroyed_at is null and holder_id = author_id;
create index private_note_of_key on private_note (key_id);
create index private_note_of_episode on private_note (episode_id, happened_at desc);
drop index private_note_of_author;

alter policy private_note_key_author on private_note_key using (${inOrg} and holder_id = ${me} and ${notBlocked('client_id')})
  with check (${inOrg} and author_id = ${me} and holder_id = ${me} and ${notBlocked('client_id')});
alter policy private_note_author on private_note using (${inOrg} and ${held} and ${notBlocked('client_id')})
  with check (${inOrg} and author_id = ${me} and ${held} and ${notBlocked('client_id')});
`;

const HANDING_ON = `
-- to whom somebody's key about one client goes on the day they leave, and on which consent
create table private_note_handing_on (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  episode_id uuid not null,
  key_id uuid not null references private_note_key (id),
  from_id uuid not null,
  to_id uuid not null,
  purpose text not null,
  recipient uuid not null,
  scope text[] not null,
  consent_id uuid,
  legal_basis_id uuid,
  agreed_at timestamptz not null default now(),
  taken_back_at timestamptz,
  done_at timestamptz,
  constraint private_note_handing_on_client foreign key (org_id, client_id) references client (org_id, id),
  constraint private_note_handing_on_episode foreign key (org_id, episode_id) references counselling_episode (org_id, id),
  constraint private_note_handing_on_from foreign key (org_id, from_id) references staff_member (org_id, id),
  constraint private_note_handing_on_to foreign key (org_id, to_id) references staff_member (org_id, id),
  constraint private_note_handing_on_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint private_note_handing_on_two_people check (from_id <> to_id),
  -- no legal basis stands in for a person's own word on this
  constraint private_note_handing_on_consented check (consent_id is not null and purpose = 'C07_COUNSELLING' and scope = array['PROCESS_NOTES']),
  constraint private_note_handing_on_one_end check (num_nonnulls(taken_back_at, done_at) <= 1)
);
create unique index private_note_handing_on_once on private_note_handing_on (key_id) where num_nonnulls(taken_back_at, done_at) = 0;
${close('private_note_handing_on')}
create policy private_note_handing_on_author on private_note_handing_on to panah_app
  using (${inOrg} and from_id = ${me} and ${notBlocked('client_id')}) with check (${inOrg} and from_id = ${me} and ${held} and ${notBlocked('client_id')});
grant select, insert, update (taken_back_at) on private_note_handing_on to panah_app;
create policy private_note_handing_on_jobs on private_note_handing_on to panah_jobs using (true) with check (true);
grant select (id, org_id, office_id, episode_id, key_id, from_id, to_id, consent_id, taken_back_at, done_at), update (done_at) on private_note_handing_on to panah_jobs;
-- when it is arranged, and again when it is done
${leavesTheHouse('private_note_handing_on', 'new.taken_back_at is null')}

grant select (holder_id), update (holder_id) on private_note_key to panah_jobs;
create function app.keep_private_note_holder() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from private_note_handing_on h where h.key_id = new.id and h.from_id = old.holder_id and h.to_id = new.holder_id and h.done_at is not null) then
    raise exception 'a key of private notes is handed on with consent' using errcode = 'check_violation', constraint = 'private_note_key_holder_stays', table = 'private_note_key';
  end if;
  return new;
end $$;
create trigger private_note_key_holder_stays before update of holder_id on private_note_key for each row execute function app.keep_private_note_holder();
revoke all on function app.keep_private_note_holder() from public;
`;

/** A consent to handing notes on is no consent to be counselled, and nothing that is ever told outside. */
const CONSENTS = `
alter table disclosure add constraint disclosure_of_no_private_notes check (not 'PROCESS_NOTES' = any (scope));
grant select (scope) on consent to panah_jobs;
create or replace function app.consent_to_counselling(p_client uuid) returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  if not exists (select from app.counselling_place p where p.whose = p_client)
     and not exists (select from counselling_episode e where e.client_id = p_client and e.office_id = any (app.led_offices())) then
    return null;
  end if;
  perform c.id from consent c where c.client_id = p_client and c.org_id = app.org_id() and c.purpose = 'C07_COUNSELLING' order by c.id for share;
  select c.id into found_id from consent c
    cross join lateral (select e.state, e.expires_at from consent_event e where e.consent_id = c.id order by e.seq desc limit 1) s
   where c.client_id = p_client and c.org_id = app.org_id() and c.purpose = 'C07_COUNSELLING' and 'COUNSELLING' = any (c.scope)
     and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > now())
   order by c.recorded_at desc limit 1;
  return found_id;
end $$;
`;
