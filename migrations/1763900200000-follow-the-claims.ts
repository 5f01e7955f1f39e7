import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { clientWall, close, inOrg } from './support/walls';

const ROW = `id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null`;
const ROOTS = (table: string): string => `constraint ${table}_once unique (org_id, id),
  constraint ${table}_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id)`;
const SEALED = `sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1`;

/** Country profiles in versions; claims, their events, decisions, deadlines and how each was reckoned; permits; legal representatives. */
export class FollowTheClaims1763900200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [PROFILES, CLAIMS, DEADLINES, PERMITS, REPRESENTATIVES, FLOOR, JOBS, CLASSES]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const PROFILES = `
create table country_profile_value (
  id uuid primary key,
  org_id uuid not null,
  country text not null,
  kind text not null,
  code text not null,
  number integer not null,
  value jsonb not null,
  source_url text,
  valid_from date,
  valid_to date,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  verified_by uuid,
  verified_at timestamptz,
  -- grows with each verification in the house: a deadline that was reckoned before it is reckoned anew
  revision bigint,
  constraint country_profile_value_once unique (org_id, id),
  constraint country_profile_value_number unique (org_id, country, kind, code, number),
  constraint country_profile_value_enterer foreign key (org_id, entered_by) references staff_member (org_id, id),
  constraint country_profile_value_verifier foreign key (org_id, verified_by) references staff_member (org_id, id),
  constraint country_profile_value_kind check (kind in ('STAGES','DEADLINE_RULE','SERVICE_FICTION','HOLIDAYS','WEEKEND','TIME_ZONE','PERMIT_TYPE','AUTHORITY','LEGAL_AID','RIGHT_TO_WORK')),
  constraint country_profile_value_days check (valid_to >= valid_from),
  constraint country_profile_value_verified check ((verified_by is null) = (verified_at is null) and (verified_by is null) = (revision is null)),
  -- separation of duties 15: whoever enters a rule does not verify it
  constraint country_profile_value_second_person check (verified_by is null or verified_by <> entered_by)
);
create sequence country_profile_revision;
${close('country_profile_value')}
-- rules of countries are of nobody: open to the house, and to no partner
create policy country_profile_value_read on country_profile_value for select to panah_app using (${inOrg} and (select app.partner_id()) is null);
create policy country_profile_value_enter on country_profile_value for insert to panah_app with check (${inOrg} and verified_by is null);
create policy country_profile_value_verify on country_profile_value for update to panah_app using (${inOrg}) with check (${inOrg} and verified_by = (select app.staff_id()));
grant select, insert, update (verified_by, verified_at, revision) on country_profile_value to panah_app;
grant usage on sequence country_profile_revision to panah_app;
create function app.keep_profile_value() returns trigger language plpgsql as $$
begin
  if old.verified_by is not null then
    raise exception 'a verified value is not edited: it gets a new version' using errcode = 'check_violation', constraint = 'country_profile_value_stays', table = 'country_profile_value';
  end if;
  return new;
end $$;
create trigger country_profile_value_stays before update on country_profile_value for each row execute function app.keep_profile_value();
`;

const STATES = `'PREPARING','MADE','REGISTERED','LODGED','RESPONSIBILITY','ADMISSIBILITY','EXAMINATION','INTERVIEW_SET','INTERVIEWED','DECIDED_POSITIVE','DECIDED_NEGATIVE',
  'APPEAL_LODGED','APPEAL_HEARD','FURTHER_APPEAL','SUSPENDED','FINAL_POSITIVE','FINAL_NEGATIVE','WITHDRAWN','TRANSFERRED_STATE'`;

const CLAIMS = `
create table protection_claim (
  ${ROW},
  country text not null,
  procedure_type text not null,
  state text not null,
  state_since date not null,
  follows_id uuid,
  made_on date,
  registered_on date,
  lodged_on date,
  decision_target_on date,
  interview_on date,
  interview_at time,
  ended_on date,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  ${SEALED},
  ${ROOTS('protection_claim')},
  constraint protection_claim_opener foreign key (org_id, opened_by) references staff_member (org_id, id),
  constraint protection_claim_follows foreign key (org_id, follows_id) references protection_claim (org_id, id),
  constraint protection_claim_state check (state in (${STATES})),
  constraint protection_claim_ended check ((state in ('FINAL_POSITIVE','FINAL_NEGATIVE','WITHDRAWN','TRANSFERRED_STATE')) = (ended_on is not null)),
  -- R-AS-10
  constraint protection_claim_subsequent check (procedure_type <> 'SUBSEQUENT' or follows_id is not null),
  constraint protection_claim_days check (registered_on >= made_on and lodged_on >= registered_on and lodged_on >= made_on)
);
-- R-AS-09
create unique index protection_claim_open_once on protection_claim (org_id, client_id, country, procedure_type) where ended_on is null;
create index protection_claim_of_client on protection_claim (client_id, opened_at desc);
create index protection_claim_in_office on protection_claim (office_id, state);
${clientWall('protection_claim')}
grant select, insert, update on protection_claim to panah_app;

create table procedure_event (
  ${ROW},
  claim_id uuid not null,
  type text not null,
  happens_on date not null,
  happens_at time,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  ${SEALED},
  ${ROOTS('procedure_event')},
  constraint procedure_event_claim foreign key (org_id, claim_id) references protection_claim (org_id, id),
  constraint procedure_event_type check (type in ('APPOINTMENT','INTERVIEW','HEARING','LETTER_RECEIVED','LETTER_SENT','EVIDENCE_SUBMITTED','MEDICAL_EXAM','AGE_ASSESSMENT','STATUS_REVIEW','OTHER'))
);
create index procedure_event_of_claim on procedure_event (claim_id, happens_on);
create index procedure_event_of_client on procedure_event (client_id);
${clientWall('procedure_event')}
grant select, insert, update on procedure_event to panah_app;

create table claim_decision (
  ${ROW},
  claim_id uuid not null,
  decision_type text,
  outcome text,
  instance smallint not null,
  decided_on date not null,
  served_on date not null,
  service_method text not null,
  appeal_possible boolean not null,
  suspensive text not null,
  document_id uuid,
  translated_on date,
  -- a ruling that no step has acted upon yet
  is_pending boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  ${ROOTS('claim_decision')},
  constraint claim_decision_claim foreign key (org_id, claim_id) references protection_claim (org_id, id),
  constraint claim_decision_document foreign key (document_id) references document (id),
  constraint claim_decision_instance check (instance between 1 and 3),
  constraint claim_decision_said check (num_nonnulls(decision_type, outcome) >= 1),
  -- R-AS-01: nothing is served before it is decided
  constraint claim_decision_days check (served_on >= decided_on and translated_on >= decided_on),
  constraint claim_decision_method check (service_method in ('IN_PERSON','POST','LAWYER','ELECTRONIC','PUBLIC_NOTICE','FICTION')),
  constraint claim_decision_suspensive check (suspensive in ('AUTOMATIC','ON_REQUEST','NO','UNKNOWN'))
);
create index claim_decision_of_claim on claim_decision (claim_id, instance, recorded_at);
create index claim_decision_of_client on claim_decision (client_id);
${clientWall('claim_decision')}
grant select, insert, update on claim_decision to panah_app;
`;

const DEADLINES = `
create table legal_deadline (
  ${ROW},
  claim_id uuid not null,
  decision_id uuid,
  country text not null,
  type text not null,
  -- null: entered by the legal team
  rule_code text,
  rule_number integer,
  trigger text not null,
  trigger_date date not null,
  service_method text,
  due_on date,
  internal_due_on date,
  -- why there is no day (R-AS-03)
  gap text,
  time_zone text not null,
  -- up to which verification in the house it was reckoned
  revision bigint not null default 0,
  owner_id uuid not null,
  state text not null default 'OPEN',
  ended_at timestamptz,
  ended_by uuid,
  met_on date,
  evidence_id uuid,
  confirmed_on date,
  extends_id uuid,
  remedy text,
  our_fault boolean,
  reviewed_at timestamptz,
  reviewed_by uuid,
  opened_at timestamptz not null default now(),
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  ${ROOTS('legal_deadline')},
  constraint legal_deadline_claim foreign key (org_id, claim_id) references protection_claim (org_id, id),
  constraint legal_deadline_decision foreign key (org_id, decision_id) references claim_decision (org_id, id),
  constraint legal_deadline_owner foreign key (org_id, owner_id) references staff_member (org_id, id),
  constraint legal_deadline_evidence foreign key (evidence_id) references document (id),
  constraint legal_deadline_extends foreign key (org_id, extends_id) references legal_deadline (org_id, id),
  constraint legal_deadline_state check (state in ('OPEN','MET','EXTENDED','MISSED','NOT_USED')),
  constraint legal_deadline_ended check ((state = 'OPEN') = (ended_at is null)),
  constraint legal_deadline_day check ((due_on is null) = (gap is not null) and (due_on is null) = (internal_due_on is null)),
  -- no deadline lies before what it counts from (R-AS-04)
  constraint legal_deadline_order check (due_on >= trigger_date and internal_due_on >= trigger_date and internal_due_on <= due_on),
  -- R-AS-06
  constraint legal_deadline_met check ((state = 'MET') = (met_on is not null) and (state <> 'MET' or num_nonnulls(evidence_id, confirmed_on) >= 1)),
  constraint legal_deadline_reviewed check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (remedy is null) and (reviewed_at is null or state = 'MISSED'))
);
create index legal_deadline_of_claim on legal_deadline (claim_id, due_on);
create index legal_deadline_of_client on legal_deadline (client_id);
create index legal_deadline_open on legal_deadline (office_id, due_on) where state = 'OPEN';
create index legal_deadline_in_country on legal_deadline (org_id, country, revision) where state = 'OPEN' and rule_code is not null;
create index legal_deadline_due on legal_deadline (office_id, due_on);
${clientWall('legal_deadline')}
grant select, insert, update on legal_deadline to panah_app;

-- R-AS-02: each reckoning stays beside the next
create table deadline_reckoning (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  deadline_id uuid not null,
  because text not null,
  reckoning jsonb not null,
  due_on date,
  reckoned_by uuid,
  reckoned_at timestamptz not null default clock_timestamp(),
  constraint deadline_reckoning_deadline foreign key (org_id, deadline_id) references legal_deadline (org_id, id),
  constraint deadline_reckoning_client foreign key (org_id, client_id) references client (org_id, id),
  constraint deadline_reckoning_because check (because in ('FIRST','SERVICE_CHANGED','RULE_CHANGED','ENTERED'))
);
create index deadline_reckoning_of_deadline on deadline_reckoning (deadline_id, reckoned_at);
create index deadline_reckoning_of_client on deadline_reckoning (client_id);
${clientWall('deadline_reckoning')}
grant select, insert on deadline_reckoning to panah_app;
`;

const PERMITS = `
create table permit (
  ${ROW},
  claim_id uuid,
  country text not null,
  type text not null,
  valid_from date,
  valid_to date,
  unlimited boolean not null default false,
  renewal_opens_on date,
  card_received_on date,
  renewal_lodged_on date,
  renewal_proof_id uuid,
  successor_id uuid,
  withdrawn_on date,
  -- the last alert that was told
  told_days smallint,
  lapse_told_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  ${SEALED},
  ${ROOTS('permit')},
  constraint permit_claim foreign key (org_id, claim_id) references protection_claim (org_id, id),
  constraint permit_successor foreign key (org_id, successor_id) references permit (org_id, id),
  constraint permit_proof foreign key (renewal_proof_id) references document (id),
  constraint permit_days check (valid_to >= valid_from and not (unlimited and valid_to is not null)),
  constraint permit_awaited check (card_received_on is null or unlimited or valid_to is not null),
  -- R-AS-08: a renewal silences the alerts only with proof
  constraint permit_renewal_proof check ((renewal_lodged_on is null) = (renewal_proof_id is null)),
  constraint permit_not_its_own check (successor_id <> id)
);
create index permit_of_client on permit (client_id, valid_to);
create index permit_in_office on permit (office_id, valid_to) where withdrawn_on is null and successor_id is null;
${clientWall('permit')}
grant select, insert, update on permit to panah_app;
`;

const REPRESENTATIVES = `
create table legal_representation (
  ${ROW},
  claim_id uuid,
  capacity text not null,
  recipient uuid not null,
  from_on date not null,
  to_on date,
  conflict_checked boolean not null,
  may_receive_files boolean not null default false,
  mandate_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  ${SEALED},
  ${ROOTS('legal_representation')},
  constraint legal_representation_claim foreign key (org_id, claim_id) references protection_claim (org_id, id),
  constraint legal_representation_mandate foreign key (mandate_id) references document (id),
  constraint legal_representation_capacity check (capacity in ('LAWYER_STATE','LAWYER_NGO','LAWYER_PRIVATE','LEGAL_ADVISER_OWN','UNHCR_PARTNER','GUARDIAN')),
  constraint legal_representation_days check (to_on >= from_on)
);
create index legal_representation_of_client on legal_representation (client_id, from_on);
${clientWall('legal_representation')}
grant select, insert, update on legal_representation to panah_app;

-- what went to a representative: each time on a consent (C04) or a legal basis that covered it at that moment
create table legal_share (
  ${ROW},
  representation_id uuid not null,
  purpose text not null default 'C04_LEGAL',
  recipient uuid not null,
  scope text[] not null,
  consent_id uuid,
  legal_basis_id uuid,
  shared_by uuid not null,
  shared_at timestamptz not null default now(),
  ${SEALED},
  ${ROOTS('legal_share')},
  constraint legal_share_representation foreign key (org_id, representation_id) references legal_representation (org_id, id),
  constraint legal_share_purpose check (purpose = 'C04_LEGAL'),
  constraint legal_share_scope check (cardinality(scope) > 0)
);
create index legal_share_of_representation on legal_share (representation_id, shared_at);
create index legal_share_of_client on legal_share (client_id);
${leavesTheHouse('legal_share', 'true')}
${clientWall('legal_share')}
-- what was shared stays as it was
grant select, insert on legal_share to panah_app;
`;

/** A refusal that is final weighs on the risk; whoever assesses it needs not read the claim for that. */
const FLOOR = `
alter table case_file add column risk_floor_from_claim boolean not null default false;
`;

const JOBS = `
create policy country_profile_value_jobs on country_profile_value for select to panah_jobs using (true);
grant select on country_profile_value to panah_jobs;
-- the clock of deadlines reads days, rules and ids
create policy legal_deadline_jobs on legal_deadline to panah_jobs using (true) with check (true);
grant select (id, org_id, office_id, client_id, case_id, country, type, rule_code, rule_number, trigger, trigger_date, service_method, due_on, internal_due_on, gap, time_zone,
  revision, owner_id, state, decision_id, claim_id) on legal_deadline to panah_jobs;
grant update (due_on, internal_due_on, gap, rule_code, rule_number, revision, owner_id, version) on legal_deadline to panah_jobs;
grant select (version) on legal_deadline to panah_jobs;
create policy deadline_reckoning_jobs on deadline_reckoning for insert to panah_jobs with check (true);
grant insert on deadline_reckoning to panah_jobs;
create policy protection_claim_jobs on protection_claim for select to panah_jobs using (true);
grant select (id, org_id, country, procedure_type, state) on protection_claim to panah_jobs;
create policy claim_decision_jobs on claim_decision for select to panah_jobs using (true);
grant select (id, decision_type, suspensive) on claim_decision to panah_jobs;
create policy permit_jobs on permit to panah_jobs using (true) with check (true);
grant select (id, org_id, office_id, client_id, case_id, country, type, valid_to, unlimited, renewal_lodged_on, successor_id, withdrawn_on, told_days, lapse_told_at) on permit to panah_jobs;
grant update (told_days, lapse_told_at) on permit to panah_jobs;
-- what a lapsed permit asks for is written down by the clock: one need of a code that is not restricted
create policy client_need_jobs on client_need for insert to panah_jobs with check (code = 'LG-EX');
create policy client_need_jobs_read on client_need for select to panah_jobs using (code = 'LG-EX');
grant insert on client_need to panah_jobs;
grant select (case_id, code, status) on client_need to panah_jobs;
grant select (valid_to, id) on permit to panah_jobs;
`;

const CLASSES = `
update case_team set classes = classes || array['CLAIMS','PERMIT_DATES']
 where ended_at is null and not ('CLAIMS' = any(classes)) and role in ('CASEWORKER','COORDINATOR','LEGAL') and classes @> array['PERSON','CASE'];
update case_team set classes = classes || array['PERMIT_DATES']
 where ended_at is null and not ('PERMIT_DATES' = any(classes)) and role in ('HOUSING','FAMILY_LINKS') and classes @> array['PERSON','CASE'];
`;
