import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { clientWall } from './support/walls';

/**
 * Consents and what rests on them (walls.md 3.4). A consent is never changed: what becomes of it are rows beside it, checked
 * against the drawing by the database itself. What leaves the house names exactly one ground, and the ground is looked at
 * again when the transaction ends. Whoever writes a step of a consent holds its row; whoever rests on it shares it: the database decides every race.
 */
export class AskBeforeTelling1763800100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CONSENTS);
    await db.query(GROUNDS);
    await db.query(LEAVING);
    await db.query(WALLS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table disclosure, legal_basis, consent_event, consent;
      drop function app.keep_consent(), app.guard_consent_event(), app.assert_covered(), app.keep_ground(), app.keep_told(), app.open_for_withdrawal(text)`);
  }
}

const CONSENTS = `
create table consent (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  -- the subject: a client, or a related person whom the client's team does not see (R-CO-10)
  client_id uuid,
  related_person_id uuid,
  purpose text not null,
  scope text[] not null,
  -- a partner's id, or a keyed token of a name: compared, never read
  recipients uuid[] not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint consent_office foreign key (org_id, office_id) references office (org_id, id),
  constraint consent_client foreign key (org_id, client_id) references client (org_id, id),
  constraint consent_recorder foreign key (org_id, recorded_by) references staff_member (org_id, id),
  constraint consent_once unique (org_id, id),
  constraint consent_one_subject check (num_nonnulls(client_id, related_person_id) = 1),
  constraint consent_purpose check (purpose ~ '^C(0[1-9]|1[0-9]|2[0-2])_[A-Z_]+$'),
  -- R-CO-10: a client does not consent for a relative
  constraint consent_of_relative check (purpose <> 'C22_RELATIVE_DATA' or related_person_id is not null),
  constraint consent_scope check (cardinality(scope) >= 1),
  constraint consent_recipient_named check (cardinality(recipients) >= 1 or left(purpose, 3) not in
    ('C02','C03','C04','C05','C06','C08','C09','C10','C11','C12','C13','C18','C20','C21'))
);
create index consent_of_client on consent (client_id, purpose) where client_id is not null;

create table consent_event (
  id uuid primary key,
  seq bigint generated always as identity,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid,
  related_person_id uuid,
  consent_id uuid not null,
  action text not null,
  state text not null,
  given_at timestamptz,
  expires_at timestamptz,
  successor_id uuid,
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  sealed bytea,
  seal_version integer not null default 1,
  constraint consent_event_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint consent_event_successor foreign key (org_id, successor_id) references consent (org_id, id),
  constraint consent_event_client foreign key (org_id, client_id) references client (org_id, id),
  constraint consent_event_one_subject check (num_nonnulls(client_id, related_person_id) = 1),
  constraint consent_event_state check (state in ('OFFERED','ACTIVE','REFUSED','WITHDRAWN','EXPIRED','SUPERSEDED','SUSPENDED')),
  constraint consent_event_given check (state <> 'ACTIVE' or given_at is not null),
  constraint consent_event_ends_after_it_begins check (expires_at > given_at),
  constraint consent_event_successor_named check ((state = 'SUPERSEDED') = (successor_id is not null))
);
create unique index consent_event_newest on consent_event (consent_id, seq desc);
create index consent_event_of_client on consent_event (client_id, at) where client_id is not null;

-- R-CO-02: a consent is not edited, whoever asks the database
create function app.keep_consent() returns trigger language plpgsql as $$
begin
  raise exception 'a consent is not edited' using errcode = 'check_violation', constraint = tg_table_name || '_stays', table = tg_table_name;
end $$;
create trigger consent_stays before update or delete on consent for each row execute function app.keep_consent();
create trigger consent_event_stays before update or delete on consent_event for each row execute function app.keep_consent();

-- Each step of a consent, by the drawing of model 3.10; whoever takes it holds the consent until the transaction ends.
create function app.guard_consent_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
  latest record;
  wanted text;
begin
  select org_id, office_id, client_id, related_person_id, purpose, recorded_at into asked from consent where id = new.consent_id for update;
  select state, given_at, expires_at into latest from consent_event where consent_id = new.consent_id order by seq desc limit 1;
  wanted := case coalesce(latest.state, '') || ' ' || new.action
    when ' offer' then 'OFFERED'
    when 'OFFERED give' then 'ACTIVE'
    when 'OFFERED refuse' then 'REFUSED'
    when 'OFFERED lapse' then 'EXPIRED'
    when 'ACTIVE withdraw' then 'WITHDRAWN'
    when 'ACTIVE expire' then 'EXPIRED'
    when 'ACTIVE supersede' then 'SUPERSEDED'
    when 'ACTIVE suspend' then 'SUSPENDED'
    when 'SUSPENDED confirm' then 'ACTIVE'
    when 'SUSPENDED withdraw' then 'WITHDRAWN'
  end;
  if asked is null or wanted is null or new.state <> wanted
     or (new.org_id, new.office_id) is distinct from (asked.org_id, asked.office_id)
     or (new.client_id, new.related_person_id) is distinct from (asked.client_id, asked.related_person_id)
     or (new.state = 'ACTIVE' and new.given_at > clock_timestamp() + interval '1 minute')
     or (new.action = 'give' and new.expires_at is null and asked.purpose <> 'C01_CASE')
     or (new.action = 'confirm' and (new.given_at, new.expires_at) is distinct from (latest.given_at, latest.expires_at)) then
    raise exception 'no such step of a consent' using errcode = 'check_violation', constraint = 'consent_event_by_the_drawing', table = 'consent_event';
  end if;
  new.at := clock_timestamp();
  return new;
end $$;
create trigger consent_event_by_the_drawing before insert on consent_event for each row execute function app.guard_consent_event();
`;

const GROUNDS = `
-- R-CO-08: something is told without consent on the word of two people, for one recipient, narrower, and for 72 hours
create table legal_basis (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  basis text not null,
  purpose text not null,
  recipient uuid not null,
  scope text[] not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  second_id uuid,
  decided_at timestamptz,
  decided_how text,
  confirmed_at timestamptz,
  valid_until timestamptz,
  inform text not null,
  informed_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint legal_basis_once unique (org_id, id),
  constraint legal_basis_office foreign key (org_id, office_id) references office (org_id, id),
  constraint legal_basis_client foreign key (org_id, client_id) references client (org_id, id),
  constraint legal_basis_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint legal_basis_asker foreign key (org_id, asked_by) references staff_member (org_id, id),
  constraint legal_basis_second foreign key (org_id, second_id) references staff_member (org_id, id),
  constraint legal_basis_known check (basis in ('VITAL_INTEREST','LEGAL_OBLIGATION')),
  constraint legal_basis_purpose check (purpose in ('C06_HEALTH','C18_EMERGENCY','C21_AUTHORITY')),
  constraint legal_basis_narrow check (cardinality(scope) >= 1 and scope <@ case basis
    when 'VITAL_INTEREST' then array['NAME','AGE_LANGUAGES','SAFETY','HEALTH','ADDRESS'] else array['NAME','BIRTH','LEGAL_STATUS'] end),
  constraint legal_basis_state check (state in ('ASKED','APPROVED','REFUSED')),
  constraint legal_basis_inform check (inform in ('TELL','ADDS_DANGER')),
  constraint legal_basis_how check (decided_how in ('WRITTEN','VERBAL')),
  constraint legal_basis_decided check ((state = 'ASKED') = (decided_at is null) and (decided_at is null) = (second_id is null)),
  constraint legal_basis_two_people check (second_id is null or second_id <> asked_by),
  constraint legal_basis_for_three_days check ((state = 'APPROVED') = (valid_until is not null) and valid_until <= decided_at + interval '72 hours'
    and (confirmed_at is not null or valid_until <= decided_at + interval '24 hours'))
);
create index legal_basis_of_client on legal_basis (client_id, asked_at desc);
create index legal_basis_waiting on legal_basis (office_id, asked_at) where state = 'ASKED';

-- what was asked for stays as it was asked; what was decided stays decided
create function app.keep_ground() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.case_id, new.basis, new.purpose, new.recipient, new.scope, new.asked_by, new.asked_at)
       is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.case_id, old.basis, old.purpose, old.recipient, old.scope, old.asked_by, old.asked_at)
     or (old.state <> 'ASKED' and (new.state, new.second_id, new.decided_at, new.decided_how) is distinct from (old.state, old.second_id, old.decided_at, old.decided_how)) then
    raise exception 'a legal basis is not edited' using errcode = 'check_violation', constraint = 'legal_basis_stays', table = 'legal_basis';
  end if;
  return new;
end $$;
create trigger legal_basis_stays before update on legal_basis for each row execute function app.keep_ground();
`;

const LEAVING = `
create table disclosure (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  purpose text not null,
  recipient uuid not null,
  scope text[] not null,
  consent_id uuid,
  legal_basis_id uuid,
  state text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  told_by uuid,
  told_at timestamptz,
  stopped_at timestamptz,
  stop_reason text,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint disclosure_once unique (org_id, id),
  constraint disclosure_office foreign key (org_id, office_id) references office (org_id, id),
  constraint disclosure_client foreign key (org_id, client_id) references client (org_id, id),
  constraint disclosure_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint disclosure_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint disclosure_legal_basis foreign key (org_id, legal_basis_id) references legal_basis (org_id, id),
  constraint disclosure_maker foreign key (org_id, made_by) references staff_member (org_id, id),
  constraint disclosure_scope check (cardinality(scope) >= 1),
  constraint disclosure_state check (state in ('PREPARED','TOLD','STOPPED')),
  constraint disclosure_told check ((state = 'TOLD') = (told_at is not null) and (told_at is null) = (told_by is null)),
  constraint disclosure_stopped check ((state = 'STOPPED') = (stopped_at is not null) and (stopped_at is null) = (stop_reason is null))
);
create index disclosure_of_client on disclosure (client_id, made_at desc);
create index disclosure_resting_on on disclosure (consent_id) where state = 'PREPARED';
-- a single use is used once
create unique index disclosure_single_use on disclosure (consent_id)
  where state = 'TOLD' and purpose in ('C12_KINSHIP_TEST','C19_RECORDING','C21_AUTHORITY');

create function app.keep_told() returns trigger language plpgsql as $$
begin
  if old.state <> 'PREPARED' or (new.id, new.org_id, new.office_id, new.client_id, new.case_id, new.purpose, new.recipient, new.scope, new.made_by, new.made_at, new.sealed)
       is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.case_id, old.purpose, old.recipient, old.scope, old.made_by, old.made_at, old.sealed) then
    raise exception 'what was told is not edited' using errcode = 'check_violation', constraint = 'disclosure_stays', table = 'disclosure';
  end if;
  return new;
end $$;
create trigger disclosure_stays before update on disclosure for each row execute function app.keep_told();

/*
 * At commit: does what leaves rest on a ground that covers it now? The ground is locked first, so that a withdrawal either waits for this
 * commit or is seen here; the look that follows is a statement of its own and sees what was committed meanwhile.
 */
create function app.assert_covered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  covered boolean;
begin
  if new.consent_id is not null then
    perform from consent where id = new.consent_id for share;
    select c.org_id = new.org_id and c.client_id = new.client_id and c.purpose = new.purpose and new.recipient = any (c.recipients) and new.scope <@ c.scope
           and s.state = 'ACTIVE' and s.given_at <= clock_timestamp() + interval '1 minute' and (s.expires_at is null or s.expires_at > clock_timestamp())
           -- of several that name this recipient, the newest yes decides
           and not exists (select from consent n cross join lateral (
                 select state, given_at from consent_event where consent_id = n.id order by seq desc limit 1) l
               where n.client_id = c.client_id and n.purpose = c.purpose and new.recipient = any (n.recipients)
                 and l.state = 'ACTIVE' and (l.given_at, n.id) > (s.given_at, c.id))
      into covered
      from consent c cross join lateral (
           select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
     where c.id = new.consent_id;
  else
    perform from legal_basis where id = new.legal_basis_id for share;
    select b.org_id = new.org_id and b.client_id = new.client_id and b.purpose = new.purpose and b.recipient = new.recipient and new.scope <@ b.scope
           and b.state = 'APPROVED' and b.decided_at <= clock_timestamp() + interval '1 minute' and b.valid_until > clock_timestamp()
      into covered from legal_basis b where b.id = new.legal_basis_id;
  end if;
  if covered is not true then
    raise exception 'nothing covers what would leave' using errcode = 'check_violation', constraint = tg_table_name || '_is_covered', table = tg_table_name;
  end if;
  return null;
end $$;
${leavesTheHouse('disclosure', `new.state in ('PREPARED', 'TOLD')`)}
`;

const WALLS = `
${clientWall('consent')}
${clientWall('consent_event')}
${clientWall('legal_basis')}
${clientWall('disclosure')}
grant select, insert on consent, consent_event to panah_app;
-- to share a consent's row one must be allowed to change it; the trigger says that nobody does
grant update (seal_version) on consent to panah_app;
grant select, insert, update on legal_basis, disclosure to panah_app;

-- the clock of consents reads dates and ids
create policy consent_jobs on consent for select to panah_jobs using (true);
create policy consent_event_jobs on consent_event for select to panah_jobs using (true);
create policy case_file_consent_jobs on case_file for select to panah_jobs using (true);
grant select (id, org_id, office_id, client_id, purpose, recorded_at) on consent to panah_jobs;
grant select (consent_id, seq, state, given_at, expires_at, at) on consent_event to panah_jobs;
grant select (id, org_id, office_id, client_id, state, primary_worker_id) on case_file to panah_jobs;

update case_team set classes = classes || 'CONSENTS'::text where ended_at is null and not 'CONSENTS' = any (classes);

/*
 * R-CO-04: whoever hears that somebody takes a consent back says so against a case reference. For the rest of this transaction the withdrawal acts
 * for the client's own office, and so also past a block: what a person wants stopped stops, whoever brings the word, and nothing is shown to them.
 * Null when there is no such case. The context is the transaction's own and ends with it.
 */
create function app.open_for_withdrawal(p_case_ref text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  f record;
begin
  select id, client_id, office_id into f from case_file where case_ref = p_case_ref and org_id = app.org_id() order by period_no desc limit 1;
  if not found then return null; end if;
  perform set_config('app.coordinated_offices', f.office_id::text, true),
          set_config('app.blocked', '', true);
  return jsonb_build_object('caseId', f.id, 'clientId', f.client_id, 'officeId', f.office_id);
end $$;
revoke all on function app.open_for_withdrawal(text), app.assert_covered(), app.guard_consent_event(), app.keep_consent(), app.keep_ground(), app.keep_told() from public;
grant execute on function app.open_for_withdrawal(text) to panah_app;
`;
