import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inCoordinatedOffice, inOrg, notBlocked, onTeamOf, OWN_PLACES } from './support/walls';

/**
 * The ground floor: who is asking (schema `app`), organisations, offices, staff, sessions, the audit log.
 *
 * Every table that hangs on an office or a client carries `org_id` and `office_id` and forces row-level security.
 * Policies compare the row's own columns with sets that are computed once per statement (walls.md 3.1).
 * The context is set by `app.enter()` from the session row, never from what a client sent; without it no row is seen.
 */
export class OpenTheHouse1763700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTEXT);
    await db.query(TABLES);
    await db.query(FUNCTIONS);
    await db.query(POLICIES);
    await db.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: restore a backup instead.');
  }
}

const CONTEXT = `
create schema app;
revoke all on schema public from public;
grant usage, create on schema public to panah_owner;
grant usage on schema public, app to panah_app, panah_jobs;
-- so that a start in production sees whether a migration waits, without the owner's login
grant select on migration to panah_app;

create function app.setting(name text) returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.' || name, true), '') $$;
create function app.org_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;
create function app.staff_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.staff_id', true), '')::uuid $$;
create function app.partner_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.partner_id', true), '')::uuid $$;
-- offices in which the reader is coordinator: the only office reach on client data
create function app.coordinated_offices() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('app.coordinated_offices', true), ''), ',')::uuid[] $$;
-- offices in which the reader holds a role that takes enquiries (caseworker, coordinator)
create function app.enquiry_offices() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('app.enquiry_offices', true), ''), ',')::uuid[] $$;
-- clients in whose case team the reader is now (computed anew at the start of each request)
create function app.team_clients() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('app.team_clients', true), ''), ',')::uuid[] $$;
-- clients and enquiries that are closed to the reader, whatever else opens them (R-AC-01)
create function app.blocked() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('app.blocked', true), ''), ',')::uuid[] $$;
create function app.has_role(role text) returns boolean language sql stable parallel safe
  as $$ select role = any(string_to_array(coalesce(current_setting('app.roles', true), ''), ',')) $$;
`;

const TABLES = `
create table org (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table office (
  id uuid primary key,
  org_id uuid not null references org (id),
  name text not null,
  time_zone text not null,
  weekend_days smallint[] not null,
  holidays date[] not null default '{}',
  version integer not null default 1,
  constraint office_once unique (org_id, id),
  constraint office_weekend check (weekend_days <@ array[1,2,3,4,5,6,7]::smallint[])
);

create table staff_member (
  id uuid primary key,
  org_id uuid not null references org (id),
  state text not null,
  login_token bytea not null,
  password_hash text,
  second_factor bytea,
  second_factor_step bigint not null default 0,
  second_factor_required boolean not null default true,
  tie_state text not null default 'NOT_ASKED',
  language text not null default 'en',
  partner_id uuid,
  is_demo boolean not null default false,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  activated_at timestamptz,
  suspended_at timestamptz,
  ended_at timestamptz,
  constraint staff_login_once unique (login_token),
  constraint staff_member_once unique (org_id, id),
  constraint staff_state check (state in ('INVITED','ACTIVATED','ACTIVE','SUSPENDED','ENDED')),
  constraint staff_tie check (tie_state in ('NOT_ASKED','NONE','DECLARED','CLEARED','UPHELD'))
);

create table staff_role (
  id uuid primary key,
  org_id uuid not null,
  staff_id uuid not null,
  office_id uuid,
  role text not null,
  duties text[] not null default '{}',
  granted_by uuid,
  granted_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirmed_how text,
  ended_at timestamptz,
  ended_by uuid,
  constraint staff_role_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint staff_role_office foreign key (org_id, office_id) references office (org_id, id),
  constraint staff_role_known check (role in ('COORDINATOR','CASEWORKER','COUNSELLOR','LEGAL','HOUSING','FAMILY_LINKS','PARTNER','AUDITOR','ADMIN')),
  constraint staff_role_office_named check (office_id is not null or role in ('PARTNER','AUDITOR','ADMIN')),
  constraint staff_role_confirmed_how check (confirmed_how in ('SECOND_PERSON','FIRST_OF_ITS_KIND','DEMONSTRATION')),
  constraint staff_role_confirmed_whole check ((confirmed_at is null) = (confirmed_how is null)),
  constraint staff_role_second_person check (
    confirmed_how is distinct from 'SECOND_PERSON'
    or (confirmed_by is not null and confirmed_by <> staff_id and confirmed_by is distinct from granted_by))
);
create unique index staff_role_once on staff_role (staff_id, role, office_id) nulls not distinct where ended_at is null;

create table session (
  id uuid primary key,
  org_id uuid not null,
  staff_id uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  fresh_at timestamptz not null default now(),
  locked_at timestamptz,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint session_token_once unique (token_hash),
  constraint session_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint session_end_reason check (end_reason in ('SIGNED_OUT','IDLE','LIFETIME','ENDED_BY_OWNER','PASSWORD_CHANGED','ROLE_CHANGED','SUSPENDED'))
);
create index session_of_staff on session (staff_id) where ended_at is null;

create table recovery_code (
  id uuid primary key,
  org_id uuid not null,
  staff_id uuid not null,
  hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint recovery_code_once unique (staff_id, hash)
);

create table sign_in_failure (
  id bigint generated always as identity primary key,
  account bytea not null,
  address bytea not null,
  at timestamptz not null default now()
);
create index sign_in_failure_account on sign_in_failure (account, at);
create index sign_in_failure_address on sign_in_failure (address, at);

create table access_block (
  id uuid primary key,
  org_id uuid not null references org (id),
  office_id uuid not null,
  subject_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  source text not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid,
  constraint access_block_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint access_block_office foreign key (org_id, office_id) references office (org_id, id),
  constraint access_block_source check (source in ('USER_DECLARED','CLIENT_STATED','SAFETY'))
);
create unique index access_block_once on access_block (staff_id, subject_id) where lifted_at is null;

create table audit_event (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  org_id uuid,
  office_id uuid,
  actor_id uuid,
  actor_kind text not null,
  session_id uuid,
  request_id uuid not null,
  word text not null,
  outcome text not null,
  status smallint not null,
  subject_type text,
  subject_id uuid,
  client_id uuid,
  record_ids uuid[] not null default '{}',
  record_count integer not null default 0,
  field_classes text[] not null default '{}',
  changed_fields text[] not null default '{}',
  reason text,
  seq bigint,
  previous_hash bytea,
  hash bytea,
  constraint audit_actor_kind check (actor_kind in ('STAFF','JOB','ANONYMOUS')),
  constraint audit_outcome check (outcome in ('DONE','REFUSED','NOT_FOUND','INVALID','FAILED'))
);
create index audit_of_org on audit_event (org_id, at desc, id desc);
create index audit_of_client on audit_event (client_id, at desc) where client_id is not null;
create index audit_of_actor on audit_event (org_id, actor_id, at desc);

create table idempotency (
  staff_id uuid not null,
  org_id uuid not null,
  key uuid not null,
  word text not null,
  body_mac bytea not null,
  made_id uuid,
  status smallint,
  expires_at timestamptz not null default now() + interval '24 hours',
  constraint idempotency_once primary key (staff_id, key)
);
create index idempotency_expiry on idempotency (expires_at);

create table client (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  country_of_stay text not null,
  languages text[] not null,
  interpreter_needed boolean not null default false,
  birth_year_from smallint,
  birth_year_to smallint,
  duress_word_set boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint client_office foreign key (org_id, office_id) references office (org_id, id),
  constraint client_once unique (org_id, id),
  constraint client_languages check (cardinality(languages) >= 1),
  constraint client_birth_years check (birth_year_from <= birth_year_to)
);
create index client_of_office on client (office_id);

create table enquiry (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  state text not null,
  case_ref text,
  source text not null,
  language text not null,
  country text,
  immediate_danger text not null,
  callback_safe boolean not null,
  received_at timestamptz not null,
  received_by uuid not null,
  first_response_due timestamptz not null,
  first_response_at timestamptz,
  intake_started_at timestamptz,
  intake_due timestamptz,
  intake_by uuid,
  proposed_at timestamptz,
  proposed_by uuid,
  client_id uuid,
  admitted_at timestamptz,
  decline_reason text,
  declined_at timestamptz,
  declined_by uuid,
  minimised_at timestamptz,
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint enquiry_office foreign key (org_id, office_id) references office (org_id, id),
  constraint enquiry_client foreign key (org_id, client_id) references client (org_id, id),
  constraint enquiry_state check (state in ('ENQUIRY','INTAKE','ADMITTED','DECLINED')),
  constraint enquiry_danger check (immediate_danger in ('YES','NO','UNKNOWN')),
  constraint enquiry_admitted_client check ((state = 'ADMITTED') = (client_id is not null)),
  constraint enquiry_declined_reason check (state <> 'DECLINED' or (decline_reason is not null and declined_at is not null)),
  constraint enquiry_reference check (state in ('ENQUIRY','DECLINED') or case_ref is not null),
  constraint enquiry_sealed check (sealed is not null or minimised_at is not null or state = 'ADMITTED')
);
create index enquiry_inbox on enquiry (office_id, state, received_at desc, id desc);
create unique index enquiry_reference_once on enquiry (case_ref) where case_ref is not null;

create table case_file (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  enquiry_id uuid,
  case_ref text not null,
  period_no smallint not null default 1,
  state text not null,
  state_since timestamptz not null default now(),
  state_before text,
  priority text not null default 'P3',
  streams text[] not null default '{}',
  country text not null,
  risk_level text,
  primary_worker_id uuid,
  opened_on date not null,
  closed_on date,
  assessment_due date,
  plan_due date,
  last_contact_at timestamptz,
  hold_reason text,
  hold_review_on date,
  closure_reason text,
  closure_requested_by uuid,
  closure_requested_at timestamptz,
  closed_by uuid,
  created_at timestamptz not null default now(),
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint case_file_office foreign key (org_id, office_id) references office (org_id, id),
  constraint case_file_client foreign key (org_id, client_id) references client (org_id, id),
  constraint case_file_worker foreign key (org_id, primary_worker_id) references staff_member (org_id, id),
  constraint case_file_once unique (org_id, id),
  constraint case_file_state check (state in ('ASSESSMENT','PLANNING','ACTIVE','ON_HOLD','CLOSURE_REQUESTED','CLOSED')),
  constraint case_file_priority check (priority in ('P1','P2','P3','P4')),
  -- R-CA-01: exactly one primary worker while the case is open (one column, and it is filled)
  constraint case_file_primary_worker check (state = 'CLOSED' or primary_worker_id is not null),
  constraint case_file_hold check ((state = 'ON_HOLD') <= (hold_reason is not null and hold_review_on is not null)),
  constraint case_file_closed check ((state = 'CLOSED') = (closed_on is not null)),
  -- R-CA-04: whoever asks for the closure does not approve it
  constraint case_file_closure_second_person check (closed_by is null or closed_by <> closure_requested_by)
);
-- R-CA-02: one open case per client
create unique index case_file_one_open on case_file (org_id, client_id) where state <> 'CLOSED';
create unique index case_file_reference_once on case_file (case_ref, period_no);
create index case_file_of_worker on case_file (primary_worker_id, state, state_since desc, id desc);
create index case_file_of_office on case_file (office_id, state, state_since desc, id desc);
create index case_file_of_client on case_file (client_id);

create table case_team (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  role text not null,
  is_primary boolean not null default false,
  classes text[] not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  member_answer text,
  member_answered_at timestamptz,
  client_answer text,
  client_answered_at timestamptz,
  client_answer_by uuid,
  starts_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  constraint case_team_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint case_team_client foreign key (org_id, client_id) references client (org_id, id),
  constraint case_team_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint case_team_role check (role in ('CASEWORKER','COUNSELLOR','LEGAL','HOUSING','FAMILY_LINKS','COORDINATOR')),
  constraint case_team_answers check (member_answer in ('NO_TIE','TIE') and client_answer in ('NO_OBJECTION','OBJECTION')),
  -- R-AC-13: nobody is on a team before both have answered
  constraint case_team_both_answered check (
    starts_at is null or (member_answer is not distinct from 'NO_TIE' and client_answer is not distinct from 'NO_OBJECTION')),
  -- R-AC-08: every membership ends, but the primary worker's
  constraint case_team_end check (starts_at is null or is_primary or ends_at is not null)
);
create index case_team_of_staff on case_team (staff_id) where ended_at is null and starts_at is not null;
create index case_team_of_client on case_team (client_id);
create unique index case_team_once on case_team (case_id, staff_id) where ended_at is null;
create unique index case_team_one_primary on case_team (case_id) where is_primary and ended_at is null;

create table process_step (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  action text not null,
  from_state text,
  to_state text not null,
  by_id uuid,
  at timestamptz not null default now(),
  reason text,
  sealed bytea,
  seal_version integer not null default 1
);
create index process_step_of_subject on process_step (subject_id, at);
create index process_step_of_client on process_step (client_id, at) where client_id is not null;
`;

const FUNCTIONS = `
-- What sign-in needs of one account. The runtime login cannot read these columns by itself.
create function app.credentials(p_login bytea) returns table (
  id uuid, org_id uuid, state text, password_hash text, second_factor bytea, second_factor_step bigint,
  second_factor_required boolean, seal_version integer, is_demo boolean)
language sql stable security definer set search_path = public, pg_temp
as $$ select id, org_id, state, password_hash, second_factor, second_factor_step, second_factor_required, seal_version, is_demo
        from staff_member where login_token = p_login $$;

create function app.own_credentials() returns table (
  id uuid, org_id uuid, state text, password_hash text, second_factor bytea, second_factor_step bigint,
  second_factor_required boolean, seal_version integer, is_demo boolean)
language sql stable security definer set search_path = public, pg_temp
as $$ select id, org_id, state, password_hash, second_factor, second_factor_step, second_factor_required, seal_version, is_demo
        from staff_member where id = app.staff_id() $$;

-- A code is used once: true for the caller who used this step first.
create function app.use_second_factor(p_staff uuid, p_step bigint) returns boolean
language sql security definer set search_path = public, pg_temp
as $$ with used as (update staff_member set second_factor_step = p_step where id = p_staff and second_factor_step < p_step returning 1)
      select exists (select from used) $$;

create function app.use_recovery_code(p_staff uuid, p_hash bytea) returns boolean
language sql security definer set search_path = public, pg_temp
as $$ with used as (update recovery_code set used_at = now() where staff_id = p_staff and hash = p_hash and used_at is null returning 1)
      select exists (select from used) $$;

create function app.open_session(p_id uuid, p_token_hash bytea, p_staff uuid, p_lifetime interval) returns void
language sql security definer set search_path = public, pg_temp
as $$ insert into session (id, org_id, staff_id, token_hash, ends_at)
      select p_id, org_id, id, p_token_hash, now() + p_lifetime from staff_member where id = p_staff and state = 'ACTIVE' $$;

-- Whether anybody has an account here yet (the page for the first account asks).
create function app.has_accounts() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from staff_member) $$;

create function app.has_demo_accounts() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from staff_member where is_demo) $$;

/*
 * The door. Finds the session, sets the context of this transaction from it, and says who is here.
 * Null: no such session, or it is over. The caller closes the transaction either way.
 */
create function app.enter(p_token_hash bytea, p_touch boolean) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s record;
  r record;
  open boolean;
begin
  select se.id, se.org_id, se.staff_id, se.last_seen_at, se.fresh_at, se.locked_at, se.ends_at,
         st.language, st.tie_state, st.partner_id, st.is_demo
    into s
    from session se join staff_member st on st.id = se.staff_id
   where se.token_hash = p_token_hash and se.ended_at is null and se.ends_at > now()
     and se.last_seen_at > now() - interval '15 minutes' and st.state = 'ACTIVE';
  if not found then return null; end if;

  if p_touch and s.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = s.id and last_seen_at < now() - interval '1 minute';
  end if;

  -- R-AC-14: a declared tie closes every client until a coordinator has decided
  open := s.locked_at is null and s.tie_state not in ('DECLARED', 'UPHELD');
  select coalesce(jsonb_agg(jsonb_build_object('role', role, 'officeId', office_id, 'duties', duties)), '[]') as held,
         string_agg(role, ',') as names,
         string_agg(office_id::text, ',') filter (where role = 'COORDINATOR') as coordinated,
         string_agg(office_id::text, ',') filter (where role in ('COORDINATOR', 'CASEWORKER')) as enquiries
    into r
    from staff_role where staff_id = s.staff_id and confirmed_at is not null and ended_at is null;

  perform set_config('app.org_id', s.org_id::text, true),
          set_config('app.staff_id', s.staff_id::text, true),
          set_config('app.roles', coalesce(r.names, ''), true),
          set_config('app.partner_id', coalesce(s.partner_id::text, ''), true),
          set_config('app.coordinated_offices', case when open then coalesce(r.coordinated, '') else '' end, true),
          set_config('app.enquiry_offices', case when open then coalesce(r.enquiries, '') else '' end, true),
          set_config('app.team_clients', case when open then coalesce(
            (select string_agg(distinct client_id::text, ',') from case_team
              where staff_id = s.staff_id and starts_at <= now() and ended_at is null and (ends_at is null or ends_at > now())), '') else '' end, true),
          set_config('app.blocked', coalesce(
            (select string_agg(subject_id::text, ',') from access_block where staff_id = s.staff_id and lifted_at is null), ''), true);

  return jsonb_build_object('sessionId', s.id, 'orgId', s.org_id, 'staffId', s.staff_id, 'partnerId', s.partner_id,
    'language', s.language, 'tie', s.tie_state, 'isDemo', s.is_demo, 'locked', s.locked_at is not null,
    'freshAt', s.fresh_at, 'endsAt', s.ends_at, 'roles', r.held);
end $$;

revoke all on all functions in schema app from public;
grant execute on all functions in schema app to panah_app;
grant execute on function app.setting(text), app.org_id(), app.staff_id(), app.partner_id(), app.has_role(text),
  app.coordinated_offices(), app.enquiry_offices(), app.team_clients(), app.blocked() to panah_jobs;
`;

const POLICIES = `
${OWN_PLACES}
${close('org')}
create policy org_wall on org to panah_app using (id = (select app.org_id())) with check (id = (select app.org_id()));
${close('office')}
create policy office_wall on office to panah_app using (${inOrg}) with check (${inOrg});
create policy office_jobs on office for select to panah_jobs using (true);
${close('staff_member')}
-- a partner's people see themselves and nobody else
create policy staff_member_wall on staff_member to panah_app
  using (${inOrg} and ((select app.partner_id()) is null or id = (select app.staff_id())))
  with check (${inOrg} and ((select app.partner_id()) is null or id = (select app.staff_id())));
${close('staff_role')}
create policy staff_role_wall on staff_role to panah_app
  using (${inOrg} and ((select app.partner_id()) is null or staff_id = (select app.staff_id())))
  with check (${inOrg} and (select app.partner_id()) is null);
${close('session')}
create policy session_wall on session to panah_app using (${inOrg}) with check (${inOrg});
${close('recovery_code')}
create policy recovery_code_wall on recovery_code to panah_app using (${inOrg}) with check (${inOrg});
${close('idempotency')}
create policy idempotency_wall on idempotency to panah_app
  using (${inOrg} and staff_id = (select app.staff_id())) with check (${inOrg} and staff_id = (select app.staff_id()));
${close('access_block')}
-- the one who is blocked never learns it
create policy access_block_wall on access_block to panah_app
  using (${inOrg} and staff_id is distinct from (select app.staff_id()) and (${inCoordinatedOffice} or ${onTeamOf('subject_id')} or set_by = (select app.staff_id())) and ${notBlocked('subject_id')})
  with check (${inOrg});
${close('audit_event')}
create policy audit_event_write on audit_event for insert to panah_app with check (org_id is null or ${inOrg});
create policy audit_event_read on audit_event for select to panah_app using (
  ${inOrg} and ((select app.has_role('AUDITOR'))
    or (client_id is not null and (${inCoordinatedOffice} or ${onTeamOf('client_id')}) and ${notBlocked('client_id')})));
create policy audit_event_jobs on audit_event for insert to panah_jobs with check (actor_kind = 'JOB');
${clientWall('client', 'id')}
${clientWall('case_file')}
${clientWall('case_team')}
-- one who is asked to join a team sees the question, and nothing else of the client
create policy case_team_asked on case_team to panah_app
  using (${inOrg} and staff_id = (select app.staff_id()) and ${notBlocked('client_id')})
  with check (${inOrg} and staff_id = (select app.staff_id()));
${close('enquiry')}
create policy enquiry_wall on enquiry to panah_app
  using (${inOrg} and ${notBlocked('id')} and ${notBlocked('client_id')} and (
    (client_id is null and office_id = any ((select app.enquiry_offices())::uuid[])) or ${inCoordinatedOffice} or ${onTeamOf('client_id')}))
  with check (${inOrg} and (office_id = any ((select app.enquiry_offices())::uuid[]) or ${inCoordinatedOffice} or ${onTeamOf('client_id')}));
${close('process_step')}
create policy process_step_wall on process_step to panah_app
  using (${inOrg} and ${notBlocked('client_id')} and ${notBlocked('subject_id')} and (
    (client_id is null and office_id = any ((select app.enquiry_offices())::uuid[])) or ${inCoordinatedOffice} or ${onTeamOf('client_id')}))
  with check (${inOrg} and (office_id = any ((select app.enquiry_offices())::uuid[]) or ${inCoordinatedOffice} or ${onTeamOf('client_id')}));
`;

const GRANTS = `
grant select, insert on org to panah_app;
grant select, insert, update on office, client, case_file, case_team, enquiry, access_block, staff_role to panah_app;
grant select, insert on process_step, audit_event to panah_app;
grant select, insert, update, delete on idempotency to panah_app;
grant select, insert, delete on sign_in_failure to panah_app;
-- what proves who somebody is can be written by the runtime login, but read only through the functions above
grant insert, update on staff_member to panah_app;
grant select (id, org_id, state, second_factor_required, tie_state, language, partner_id, is_demo, sealed, seal_version, version,
  invited_by, invited_at, activated_at, suspended_at, ended_at) on staff_member to panah_app;
grant insert, delete on recovery_code to panah_app;
grant select (id, org_id, staff_id, used_at) on recovery_code to panah_app;
grant update on session to panah_app;
grant select (id, org_id, staff_id, started_at, last_seen_at, fresh_at, locked_at, ends_at, ended_at, end_reason) on session to panah_app;
grant insert on audit_event to panah_jobs;
grant select (id, time_zone) on office to panah_jobs;
`;
