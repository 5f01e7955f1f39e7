import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inOrg } from './support/walls';

/** Accounts are made with one-time codes and open nothing until a second person has confirmed them. */
export class WelcomeTheStaff1763700200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(FUNCTIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.confirmation_round(uuid), app.invitation(bytea), app.house_is_empty();
      drop table staff_invitation;
      alter table staff_member drop column confirmation_round`);
  }
}

const TABLES = `
-- moves whenever there is something new to confirm: the six digits of an earlier time are worth nothing
alter table staff_member add column confirmation_round integer not null default 0;
grant select (confirmation_round) on staff_member to panah_app;

create table staff_invitation (
  id uuid primary key,
  org_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  code_hash bytea not null,
  made_by uuid,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint staff_invitation_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint staff_invitation_kind check (kind in ('FIRST','INVITED','RESET')),
  constraint staff_invitation_code_once unique (code_hash)
);
-- one open code at a time: a newer one takes the place of the older
create unique index staff_invitation_one_open on staff_invitation (staff_id) where used_at is null and withdrawn_at is null;
create index staff_role_of_office on staff_role (office_id, role) where ended_at is null;
create index staff_member_of_org on staff_member (org_id, id desc);
${close('staff_invitation')}
create policy staff_invitation_wall on staff_invitation to panah_app
  using (${inOrg} and ((select app.partner_id()) is null or staff_id = (select app.staff_id())))
  with check (${inOrg} and ((select app.partner_id()) is null or staff_id = (select app.staff_id())));
-- the hash of the code can be written, and compared only by the function below
grant insert on staff_invitation to panah_app;
grant update (used_at, withdrawn_at) on staff_invitation to panah_app;
grant select (id, org_id, staff_id, kind, made_by, made_at, ends_at, used_at, withdrawn_at) on staff_invitation to panah_app;
`;

const FUNCTIONS = `
-- Whose invitation this code is. Null columns never: no row when the code is wrong, used, withdrawn or over.
create function app.invitation(p_code bytea) returns table (staff_id uuid, org_id uuid, kind text, second_factor bytea)
language sql stable security definer set search_path = public, pg_temp
as $$ select i.staff_id, i.org_id, i.kind, s.second_factor from staff_invitation i join staff_member s on s.id = i.staff_id
       where i.code_hash = p_code and i.used_at is null and i.withdrawn_at is null and i.ends_at > now() and s.state = 'INVITED' $$;

-- Asked by sign-in, before there is a session.
create function app.confirmation_round(p_staff uuid) returns integer
language sql stable security definer set search_path = public, pg_temp
as $$ select confirmation_round from staff_member where id = p_staff $$;

-- Whether nobody has ever come in: until then the code on the console makes the first account, or goes on with it.
create function app.house_is_empty() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select not exists (select from staff_member where state <> 'INVITED' or activated_at is not null) $$;

revoke all on function app.invitation(bytea), app.confirmation_round(uuid), app.house_is_empty() from public;
grant execute on function app.invitation(bytea), app.confirmation_round(uuid), app.house_is_empty() to panah_app;
`;
