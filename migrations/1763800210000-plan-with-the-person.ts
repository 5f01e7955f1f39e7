import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inCoordinatedOffice, inOrg } from './support/walls';

/** Needs, the case plan in versions with what became of its goals and actions, appointments, and who stands in for whom. */
export class PlanWithThePerson1763800210000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table task add column next_id uuid; ' +
        `create index task_for_coordinators on task (office_id, due_on) where for_coordinators and status in ('OPEN','IN_PROGRESS','BLOCKED')`,
    );
    await db.query(NEEDS);
    await db.query(PLANS);
    await db.query(APPOINTMENTS);
    await db.query(ABSENCES);
    await db.query(CLASSES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const ROW = `id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null`;
const ROOTS = (table: string): string => `constraint ${table}_once unique (org_id, id),
  constraint ${table}_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id)`;

const NEEDS = `
create table client_need (
  ${ROW},
  record_class text not null,
  -- plain for what is not restricted, so that housing and family officers are shown theirs alone; null, and sealed, for what is
  code text,
  severity text not null,
  status text not null,
  identified_on date not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  ${ROOTS('client_need')},
  constraint client_need_class check (record_class in ('CONFIDENTIAL','RESTRICTED')),
  constraint client_need_code_sealed check ((record_class = 'RESTRICTED') = (code is null)),
  constraint client_need_code check (code !~ '^MH-' and code not in ('HL-SU','HL-CG','PS-DV','PS-TR')),
  constraint client_need_severity check (severity in ('S1','S2','S3','S4')),
  constraint client_need_status check (status in ('IDENTIFIED','CONFIRMED','IN_PLAN','MET','NOT_CONFIRMED','DECLINED'))
);
create unique index client_need_open_once on client_need (case_id, code) where code is not null and status in ('IDENTIFIED','CONFIRMED','IN_PLAN');
create index client_need_of_case on client_need (case_id, severity desc, id);
create index client_need_of_client on client_need (client_id);
${clientWall('client_need')}
grant select, insert, update on client_need to panah_app;
`;

const PLANS = `
create table plan_version (
  ${ROW},
  record_class text not null default 'CONFIDENTIAL',
  number smallint not null,
  state text not null default 'DRAFT',
  -- everyone who wrote on it
  author_ids uuid[] not null,
  based_on_id uuid,
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  submitted_at timestamptz,
  submitted_by uuid,
  returned_at timestamptz,
  returned_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  superseded_at timestamptz,
  review_due date,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  ${ROOTS('plan_version')},
  constraint plan_version_number unique (case_id, number),
  constraint plan_version_state check (state in ('DRAFT','SUBMITTED','APPROVED','SUPERSEDED')),
  constraint plan_version_written check (cardinality(author_ids) >= 1),
  constraint plan_version_submitted check ((submitted_at is null) = (submitted_by is null) and (state = 'DRAFT' or submitted_at is not null)),
  constraint plan_version_approved check ((state in ('APPROVED','SUPERSEDED')) = (approved_by is not null and approved_at is not null and review_due is not null)),
  -- R-CA-04: whoever wrote or submitted a plan does not approve it
  constraint plan_version_second_person check (approved_by is null or (approved_by <> submitted_by and not (approved_by = any (author_ids))))
);
-- one plan in force, and one being written, for a case
create unique index plan_version_in_force on plan_version (case_id) where state = 'APPROVED';
create unique index plan_version_in_hand on plan_version (case_id) where state in ('DRAFT','SUBMITTED');
create index plan_version_waiting on plan_version (office_id, submitted_at) where state = 'SUBMITTED';
create index plan_version_review on plan_version (office_id, review_due) where state = 'APPROVED';
create index plan_version_of_client on plan_version (client_id);
${clientWall('plan_version')}
grant select, insert, update on plan_version to panah_app;

-- what was approved stays as it was approved, whoever asks the database
create function app.keep_approved_plan() returns trigger language plpgsql as $$
begin
  if old.state in ('APPROVED','SUPERSEDED') and (new.sealed, new.seal_version, new.author_ids, new.submitted_by, new.approved_by, new.approved_at, new.number, new.case_id, new.client_id)
       is distinct from (old.sealed, old.seal_version, old.author_ids, old.submitted_by, old.approved_by, old.approved_at, old.number, old.case_id, old.client_id)
     or old.state = 'SUBMITTED' and new.state <> 'DRAFT' and new.sealed is distinct from old.sealed
     or old.state = 'SUPERSEDED' and new.state <> 'SUPERSEDED' or old.state = 'APPROVED' and new.state not in ('APPROVED','SUPERSEDED') then
    raise exception 'an approved plan is not edited' using errcode = 'check_violation', constraint = 'plan_version_stays';
  end if;
  return new;
end $$;
create trigger plan_version_stays before update on plan_version for each row execute function app.keep_approved_plan();

-- what became of the goals and actions of the plan in force; their words stand in the version
create table plan_item (
  ${ROW},
  record_class text not null default 'CONFIDENTIAL',
  plan_id uuid not null,
  item text not null,
  goal_id uuid not null,
  status text not null,
  owner_kind text,
  owner_id uuid,
  due_on date not null,
  done_on date,
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  ${ROOTS('plan_item')},
  constraint plan_item_plan foreign key (org_id, plan_id) references plan_version (org_id, id),
  constraint plan_item_kind check (item in ('GOAL','ACTION')),
  constraint plan_item_status check (case item
    when 'GOAL' then status in ('PROPOSED','AGREED','IN_PROGRESS','ACHIEVED','PARTLY','NOT_ACHIEVED','DROPPED','SUPERSEDED')
    else status in ('PLANNED','IN_PROGRESS','DONE','BLOCKED','CANCELLED') end),
  constraint plan_item_owner check ((item = 'ACTION') = (owner_kind is not null) and owner_kind in ('CLIENT','STAFF','PARTNER','VOLUNTEER')
    and (owner_kind = 'STAFF') <= (owner_id is not null)),
  constraint plan_item_done check ((item = 'ACTION' and status = 'DONE') <= (done_on is not null))
);
create index plan_item_of_case on plan_item (case_id, due_on);
create index plan_item_of_client on plan_item (client_id);
${clientWall('plan_item')}
grant select, insert, update on plan_item to panah_app;
`;

const APPOINTMENTS = `
create table appointment (
  ${ROW},
  record_class text not null default 'CONFIDENTIAL',
  owner_id uuid not null,
  state text not null default 'PLANNED',
  starts_at timestamptz not null,
  minutes smallint not null,
  time_zone text not null,
  reminded_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  sealed bytea not null,
  -- where: under the key of locations
  place_sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  ${ROOTS('appointment')},
  constraint appointment_owner foreign key (org_id, owner_id) references staff_member (org_id, id),
  constraint appointment_state check (state in ('PLANNED','HELD','NOT_HELD','CANCELLED')),
  constraint appointment_minutes check (minutes between 5 and 1440)
);
create index appointment_of_owner on appointment (owner_id, starts_at) where state = 'PLANNED';
create index appointment_of_case on appointment (case_id, starts_at);
create index appointment_of_client on appointment (client_id);
create index appointment_ahead on appointment (starts_at) where state = 'PLANNED' and reminded_at is null;
${clientWall('appointment')}
grant select, insert, update on appointment to panah_app;
create policy appointment_jobs on appointment to panah_jobs using (true) with check (true);
grant select (id, org_id, office_id, client_id, case_id, owner_id, state, starts_at, reminded_at) on appointment to panah_jobs;
grant update (reminded_at, owner_id) on appointment to panah_jobs;
`;

const ABSENCES = `
create table absence (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  until_on date not null,
  needs_deputy boolean not null,
  deputy_id uuid,
  deputy_by uuid,
  deputy_at timestamptz,
  ended_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint absence_once unique (org_id, id),
  constraint absence_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint absence_deputy foreign key (org_id, deputy_id) references staff_member (org_id, id),
  constraint absence_office foreign key (org_id, office_id) references office (org_id, id),
  constraint absence_days check (until_on >= from_on),
  constraint absence_other_person check (deputy_id is null or deputy_id <> staff_id),
  constraint absence_deputy_named check ((deputy_id is null) = (deputy_by is null) and (deputy_id is null) = (deputy_at is null))
);
create index absence_of_office on absence (office_id, until_on) where ended_at is null;
create index absence_of_deputy on absence (deputy_id) where ended_at is null;
create index absence_of_staff on absence (staff_id) where ended_at is null;
${close('absence')}
create policy absence_wall on absence to panah_app
  using (${inOrg} and (${inCoordinatedOffice} or staff_id = (select app.staff_id()) or deputy_id = (select app.staff_id()) or recorded_by = (select app.staff_id())))
  with check (${inOrg} and (${inCoordinatedOffice} or staff_id = (select app.staff_id())));
grant select, insert, update on absence to panah_app;
create policy absence_jobs on absence for select to panah_jobs using (true);
grant select (id, org_id, office_id, staff_id, from_on, until_on, needs_deputy, deputy_id, ended_at) on absence to panah_jobs;
create policy staff_member_task_jobs on staff_member for select to panah_jobs using (true);
grant select (id, org_id, state) on staff_member to panah_jobs;
grant select (id, org_id, weekend_days, holidays) on office to panah_jobs;
`;

/** Places on teams that were given before these parts of a file existed open them now, by role (model.md 5.1); narrowed places stay narrow. */
const CLASSES = `
update case_team set classes = classes || case role
    when 'CASEWORKER' then array['NEEDS','RESTRICTED_NEEDS','PLAN','TASKS']
    when 'COORDINATOR' then array['NEEDS','RESTRICTED_NEEDS','PLAN','TASKS']
    when 'COUNSELLOR' then array['NEEDS','RESTRICTED_NEEDS','PLAN','TASKS']
    when 'LEGAL' then array['NEEDS','RESTRICTED_NEEDS','TASKS']
    else array['NEEDS','TASKS'] end
 where ended_at is null and 'CASE' = any (classes) and not ('TASKS' = any (classes));
`;
