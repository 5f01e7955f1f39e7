import { createHash } from 'node:crypto';

/** The floor's tables: those of the house with nothing sealed, and the same indexes. No policies, no audit. */
export const FLOOR_TABLES = `
create table staff_member (id uuid primary key, org_id uuid not null, state text not null, display_name text not null);

create table client (
  id uuid primary key, org_id uuid not null, office_id uuid not null, country_of_stay text not null, languages text[] not null,
  interpreter_needed boolean not null, birth_year_from smallint, birth_year_to smallint, created_at timestamptz not null,
  version integer not null, arab text, latin text, pseudonym text not null, details jsonb not null
);

create table name_word (
  org_id uuid not null, office_id uuid not null, client_id uuid not null, source_id uuid not null, word text not null
);

create table case_file (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, enquiry_id uuid, case_ref text not null,
  period_no smallint not null, state text not null, state_since timestamptz not null, state_before text, priority text not null,
  streams text[] not null, country text not null, risk_level text, primary_worker_id uuid, opened_on date not null, closed_on date,
  assessment_due date, plan_due date, last_contact_at timestamptz, hold_reason text, hold_review_on date, closure_reason text,
  closure_requested_by uuid, closure_requested_at timestamptz, closed_by uuid, created_at timestamptz not null, plan_approved_at timestamptz,
  plan_submitted_at timestamptz, version integer not null
);

create table case_note (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, case_id uuid not null, author_id uuid not null,
  type text not null, class text not null, state text not null, happened_at timestamptz not null, readers uuid[], saved_at timestamptz not null,
  signed_at timestamptz, version integer not null, body text not null, direction text, channel text, minutes integer
);

create table process_step (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid, subject_type text not null, subject_id uuid not null,
  action text not null, from_state text, to_state text not null, by_id uuid, at timestamptz not null default now(), reason text
);

create table office (id uuid primary key, org_id uuid not null, time_zone text not null, weekend_days smallint[] not null, holidays date[] not null);

create table consent (id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid, purpose text not null);

create table consent_event (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid, consent_id uuid not null, action text not null,
  state text not null, by_id uuid, at timestamptz not null
);

create table enquiry (
  id uuid primary key, org_id uuid not null, office_id uuid not null, state text not null, case_ref text, language text not null, country text,
  immediate_danger text not null, received_at timestamptz not null, first_response_due timestamptz not null, first_response_at timestamptz,
  intake_started_at timestamptz, intake_due timestamptz, intake_by uuid, proposed_at timestamptz, proposed_by uuid, client_id uuid
);

create table task (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, case_id uuid not null, kind text not null,
  priority text not null, status text not null, owner_id uuid, due_on date not null, reminded_at timestamptz, paused_on date,
  created_at timestamptz not null, version integer not null, title text
);

create table appointment (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, case_id uuid not null, owner_id uuid not null,
  state text not null, starts_at timestamptz not null, minutes smallint not null, time_zone text not null, created_at timestamptz not null,
  version integer not null, kind text not null, title text
);
create table referral (
  id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, case_id uuid not null, partner_id uuid not null,
  kind text not null, service text not null, urgency text not null, state text not null, sent_at timestamptz, ack_due timestamptz,
  response_due timestamptz, acknowledged_at timestamptz, asked_at timestamptz, answered_at timestamptz, decided_at timestamptz, decline_reason text,
  started_on date, feedback_at timestamptz, completed_at timestamptz, outcome text, ended_at timestamptz, end_reason text,
  deletion_confirmed_at timestamptz, version integer not null
);

create table referral_package (
  id uuid primary key, org_id uuid not null, referral_id uuid not null, seq integer not null, sealed_at timestamptz not null,
  opened_at timestamptz, expires_at timestamptz not null, ended_at timestamptz, items jsonb not null
);

create table referral_message (
  id uuid primary key, org_id uuid not null, referral_id uuid not null, side text not null, kind text not null, by_id uuid not null,
  at timestamptz not null
);
`;

/** For the floor that writes a line about each request, as the house does: the same columns that say who did what, the same indexes, no chain. */
export const FLOOR_LOG = `
create table if not exists log_line (
  id uuid primary key, at timestamptz not null default clock_timestamp(), office_id uuid, actor_id uuid, word text not null,
  outcome text not null, status smallint not null, subject_id uuid, record_count integer not null default 0
);
create index if not exists log_of_office on log_line (office_id, at desc, id desc);
create index if not exists log_of_subject on log_line (subject_id, at desc) where subject_id is not null;
create index if not exists log_of_actor on log_line (actor_id, at desc);
`;

export const FLOOR_INDEXES = `
create index client_of_office on client (office_id);
alter table name_word add primary key (client_id, word, source_id);
create index name_word_in_office on name_word (word, office_id, client_id);
create unique index case_file_one_open on case_file (org_id, client_id) where state <> 'CLOSED';
create unique index case_file_reference_once on case_file (case_ref, period_no);
create index case_file_of_worker on case_file (primary_worker_id, state, state_since desc, id desc);
create index case_file_of_office on case_file (office_id, state, state_since desc, id desc);
create index case_file_by_client on case_file (client_id) include (org_id, office_id, state, opened_on, id);
create index case_file_open_in_office on case_file (office_id, state)
  include (org_id, client_id, primary_worker_id, country, risk_level, opened_on) where state <> 'CLOSED';
create index case_file_reference_begins on case_file (case_ref collate "C");
create index case_file_newest on case_file (office_id, opened_on desc, id desc);
create index case_file_of_worker_newest on case_file (primary_worker_id, opened_on desc, id desc);
create index case_file_contact on case_file (office_id, coalesce(last_contact_at, '-infinity'::timestamptz), id);
create index case_note_timeline on case_note (case_id, happened_at desc, id desc);
create index case_note_of_client on case_note (client_id);
create index case_note_drafts on case_note (author_id, saved_at desc) where state = 'DRAFT';
create index process_step_of_subject on process_step (subject_id, at);
create index process_step_of_client on process_step (client_id, at, id) where client_id is not null;
create index consent_event_of_client on consent_event (client_id, at, id) where client_id is not null;
create index enquiry_inbox on enquiry (office_id, state, received_at desc, id desc);
create index task_of_owner on task (owner_id, due_on, id) where status in ('OPEN','IN_PROGRESS','BLOCKED');
create index task_of_office on task (office_id, due_on, id) where status in ('OPEN','IN_PROGRESS','BLOCKED');
create index task_of_case on task (case_id, due_on, id);
create index task_of_client on task (client_id);
create index appointment_of_owner on appointment (owner_id, starts_at) where state = 'PLANNED';
create index referral_at_partner on referral (partner_id, response_due) where sent_at is not null;
alter table referral_package add constraint referral_package_seq unique (referral_id, seq);
create index referral_message_of_referral on referral_message (referral_id, at);
create index appointment_of_case on appointment (case_id, starts_at);
alter table client add constraint client_once unique (org_id, id);
alter table case_file add constraint case_file_once unique (org_id, id);
alter table case_note add constraint case_note_once unique (org_id, id);
alter table case_file add constraint case_file_client foreign key (org_id, client_id) references client (org_id, id);
alter table case_note add constraint case_note_case foreign key (org_id, case_id) references case_file (org_id, id);
alter table case_note add constraint case_note_client foreign key (org_id, client_id) references client (org_id, id);
`;

/** Moves whenever the tables do, so that a floor that was filled before is filled anew. */
export const FLOOR_SHAPE = createHash('sha256').update(FLOOR_TABLES).update(FLOOR_INDEXES).digest('hex').slice(0, 16);
