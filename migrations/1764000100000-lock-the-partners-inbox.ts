import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inOrg } from './support/walls';

/**
 * What a partner needs to read what is sealed for it: a key made in its browser, of which the house has the public half, and the locks
 * of its people, which the house cannot open. Whose partner is suspended or gone comes in no more, from the next request on.
 */
export class LockThePartnersInbox1764000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    const [{ body }] = (await db.query(`select pg_get_functiondef('app.enter(bytea, boolean)'::regprocedure) as body`)) as [
      { body: string },
    ];
    await db.query(withPartnersAtTheDoor(body));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const ACTIVE_PEOPLE = `and st.state = 'ACTIVE'`;

/** R-RE-10: the door as it was, and one question more for a partner's people. */
function withPartnersAtTheDoor(door: string): string {
  if (!door.includes(ACTIVE_PEOPLE)) throw new Error('The door asks for active people in other words than these.');
  return door.replace(
    ACTIVE_PEOPLE,
    `${ACTIVE_PEOPLE}
     and (st.partner_id is null or exists (select from partner p where p.id = st.partner_id and p.state in ('PROSPECT', 'ACTIVE')))`,
  );
}

const ofThePartner = `${inOrg} and (partner_id = (select app.partner_id()) or (select app.partner_id()) is null)`;
const wall = (table: string): string =>
  `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${ofThePartner}) with check (${ofThePartner});`;

const TABLES = `
alter table staff_member add constraint staff_member_partner foreign key (org_id, partner_id) references partner (org_id, id);
alter table staff_member add constraint staff_member_partner_once unique (org_id, partner_id, id);
create index staff_member_of_partner on staff_member (partner_id) where partner_id is not null;

create table partner_key (
  id uuid primary key,
  org_id uuid not null,
  partner_id uuid not null,
  state text not null default 'REGISTERED',
  public_key bytea not null,
  registered_by uuid not null,
  registered_at timestamptz not null default now(),
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint partner_key_partner foreign key (org_id, partner_id) references partner (org_id, id),
  constraint partner_key_registrar foreign key (org_id, partner_id, registered_by) references staff_member (org_id, partner_id, id),
  constraint partner_key_of_partner_once unique (org_id, partner_id, id),
  -- a key that somebody has seen once is never new again
  constraint partner_key_public_once unique (public_key),
  constraint partner_key_bytes check (octet_length(public_key) = 32),
  constraint partner_key_state check (state in ('REGISTERED','CONFIRMED','REFUSED','REPLACED')),
  constraint partner_key_settled_whole check ((settled_by is null) = (settled_at is null)),
  constraint partner_key_confirmed check (state not in ('CONFIRMED','REFUSED') or settled_by is not null),
  constraint partner_key_second_person check (settled_by <> registered_by)
);
-- one key at a time: whoever registers another takes this one out of use
create unique index partner_key_one_in_use on partner_key (partner_id) where state in ('REGISTERED','CONFIRMED');

create table partner_member_key (
  id uuid primary key,
  org_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null,
  door bytea not null,
  by_passphrase text,
  by_recovery text,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  constraint partner_member_key_staff foreign key (org_id, partner_id, staff_id) references staff_member (org_id, partner_id, id),
  constraint partner_member_key_of_partner_once unique (org_id, partner_id, id),
  constraint partner_member_key_door check (octet_length(door) = 32),
  -- both ways while it is used, none afterwards
  constraint partner_member_key_locks check (
    (ended_at is null and by_passphrase ~ '^1[$][\\w-]{22}[$][\\w-]{16}[$][\\w-]{64}$' and by_recovery ~ '^1[$][\\w-]{16}[$][\\w-]{64}$')
    or (ended_at is not null and by_passphrase is null and by_recovery is null))
);
create unique index partner_member_key_one_in_use on partner_member_key (staff_id) where ended_at is null;

create table partner_key_share (
  key_id uuid not null,
  member_key_id uuid not null,
  org_id uuid not null,
  partner_id uuid not null,
  handed text,
  handed_by uuid not null,
  handed_at timestamptz not null default now(),
  constraint partner_key_share_once primary key (key_id, member_key_id),
  constraint partner_key_share_key foreign key (org_id, partner_id, key_id) references partner_key (org_id, partner_id, id),
  constraint partner_key_share_member foreign key (org_id, partner_id, member_key_id) references partner_member_key (org_id, partner_id, id),
  constraint partner_key_share_by foreign key (org_id, partner_id, handed_by) references staff_member (org_id, partner_id, id),
  constraint partner_key_share_handed check (handed ~ '^1[$][\\w-]{43}[$][\\w-]{64}$')
);
create index partner_key_share_of_member on partner_key_share (member_key_id);

-- whoever no longer works there leaves nothing that a copy of this database and an old passphrase would open
create function app.end_locks() returns trigger language plpgsql as $$
begin
  update partner_key_share set handed = null where member_key_id in (select id from partner_member_key where staff_id = new.id);
  update partner_member_key set by_passphrase = null, by_recovery = null, ended_at = now() where staff_id = new.id and ended_at is null;
  return null;
end $$;
create trigger staff_member_ends_locks after update of state on staff_member
  for each row when (new.state = 'ENDED' and new.partner_id is not null) execute function app.end_locks();

${wall('partner_key')}
${wall('partner_member_key')}
${wall('partner_key_share')}
-- a key stays what it was registered as; only what became of it is written
grant select, insert on partner_key, partner_member_key, partner_key_share to panah_app;
grant update (state, settled_by, settled_at, version) on partner_key to panah_app;
grant update (by_passphrase, by_recovery, ended_at, version) on partner_member_key to panah_app;
grant update (handed) on partner_key_share to panah_app;
`;
