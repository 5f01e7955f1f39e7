import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

/**
 * Enquiries and intakes: open to the office until admitted or declined, then the team's only.
 * A declined enquiry keeps reference, dates and reason after thirty days, and nothing else.
 */
export class TakeEnquiries1763700400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(POLICIES);
    await db.query(JOBS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake_step, team_question, enquiry_name_token, duplicate_line');
  }
}

const TABLES = `
alter table enquiry
  add column duplicates_checked_at timestamptz,
  alter column source drop not null,
  alter column language drop not null,
  alter column immediate_danger drop not null,
  alter column callback_safe drop not null,
  alter column received_by drop not null,
  add constraint enquiry_whole check (minimised_at is not null or (
    source is not null and language is not null and immediate_danger is not null and callback_safe is not null and received_by is not null)),
  add constraint enquiry_minimised check (minimised_at is null or (
    state = 'DECLINED' and sealed is null and source is null and language is null and country is null and immediate_danger is null
    and callback_safe is null and received_by is null and intake_by is null and proposed_by is null and declined_by is null)),
  -- whoever proposes does not admit, and only what was proposed is admitted
  add constraint enquiry_admitted_proposed check (state <> 'ADMITTED' or (admitted_at is not null and proposed_by is not null));
create index enquiry_declined on enquiry (declined_at) where state = 'DECLINED' and minimised_at is null;
create index enquiry_unchecked on enquiry (id) where duplicates_checked_at is null and state = 'INTAKE';

create table intake_step (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  enquiry_id uuid not null,
  client_id uuid,
  step text not null,
  complete boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid not null,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint intake_step_office foreign key (org_id, office_id) references office (org_id, id),
  constraint intake_step_enquiry foreign key (enquiry_id) references enquiry (id),
  constraint intake_step_client foreign key (org_id, client_id) references client (org_id, id),
  constraint intake_step_once unique (enquiry_id, step),
  constraint intake_step_known check (step in ('SAFETY','INFORMATION','IDENTITY','SITUATION','LEGAL_BASIS','PROPOSAL'))
);

-- R-AC-13, before a case exists: the worker is asked on their own screen, the client by whoever speaks with them
create table team_question (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  enquiry_id uuid not null,
  client_id uuid,
  staff_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  answer text,
  answered_at timestamptz,
  client_answer text,
  client_answered_at timestamptz,
  client_answer_by uuid,
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint team_question_office foreign key (org_id, office_id) references office (org_id, id),
  constraint team_question_enquiry foreign key (enquiry_id) references enquiry (id),
  constraint team_question_client foreign key (org_id, client_id) references client (org_id, id),
  constraint team_question_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint team_question_once unique (enquiry_id, staff_id),
  constraint team_question_answers check (answer in ('NO_TIE','TIE') and client_answer in ('NO_OBJECTION','OBJECTION')),
  constraint team_question_answered check ((answer is null) = (answered_at is null)),
  constraint team_question_client_answered check ((client_answer is null) = (client_answered_at is null) and (client_answer is null) = (client_answer_by is null))
);
create index team_question_of_staff on team_question (staff_id) where answer is null and client_id is null;

-- keyed tokens of the names an enquiry was given: found, never read
create table enquiry_name_token (
  enquiry_id uuid not null,
  org_id uuid not null,
  office_id uuid not null,
  kind text not null,
  token bytea not null,
  constraint enquiry_name_token_once primary key (enquiry_id, token),
  constraint enquiry_name_token_kind check (kind in ('FORM','KEY','START','WHOLE')),
  constraint enquiry_name_token_enquiry foreign key (enquiry_id) references enquiry (id)
);
create index enquiry_name_token_found on enquiry_name_token (token, enquiry_id);

-- R-ID-07: the coordinator of the other case is told by a job; whoever asked learns nothing
create table duplicate_line (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  enquiry_id uuid not null,
  enquiry_ref text not null,
  found_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  constraint duplicate_line_client foreign key (org_id, client_id) references client (org_id, id),
  constraint duplicate_line_enquiry foreign key (enquiry_id) references enquiry (id),
  constraint duplicate_line_once unique (client_id, enquiry_id)
);
`;

/** What hangs on an enquiry is as open as the enquiry: the office until admission, then the client's walls. */
const open = `${inOrg} and ${notBlocked('enquiry_id')} and ${notBlocked('client_id')} and (
    (client_id is null and office_id = any ((select app.enquiry_offices())::uuid[])) or ${inCoordinatedOffice} or ${onTeamOf('client_id')})`;
const write = `${inOrg} and (office_id = any ((select app.enquiry_offices())::uuid[]) or ${inCoordinatedOffice} or ${onTeamOf('client_id')})`;
const own = `${inOrg} and staff_id = (select app.staff_id()) and client_id is null`;

const POLICIES = `
${close('intake_step')}
create policy intake_step_wall on intake_step to panah_app using (${open}) with check (${write});
${close('team_question')}
create policy team_question_wall on team_question to panah_app using (${open}) with check (${write});
-- one who is asked sees the question, and nothing else of the person
create policy team_question_asked on team_question to panah_app using (${own} and ${notBlocked('enquiry_id')}) with check (${own});
${close('enquiry_name_token')}
create policy enquiry_name_token_wall on enquiry_name_token to panah_app
  using (${inOrg} and office_id = any ((select app.enquiry_offices())::uuid[]) and ${notBlocked('enquiry_id')})
  with check (${inOrg} and office_id = any ((select app.enquiry_offices())::uuid[]));
${close('duplicate_line')}
create policy duplicate_line_wall on duplicate_line to panah_app
  using (${inOrg} and ${inCoordinatedOffice} and ${notBlocked('client_id')})
  with check (${inOrg} and ${inCoordinatedOffice} and ${notBlocked('client_id')});

grant select, insert, update on intake_step, team_question to panah_app;
grant select, insert, delete on enquiry_name_token to panah_app;
grant select, update on duplicate_line to panah_app;
-- an admitted enquiry's history goes with the client
grant update (client_id) on process_step to panah_app;
`;

/** Each job sees dates, ids and tokens, and of the rows only those it is for. */
const JOBS = `
create policy enquiry_retention on enquiry for select to panah_jobs
  using (state = 'DECLINED' and declined_at < now() - interval '30 days');
create policy enquiry_retention_write on enquiry for update to panah_jobs
  using (state = 'DECLINED' and declined_at < now() - interval '30 days' and minimised_at is null)
  with check (state = 'DECLINED' and minimised_at is not null);
grant select (id, org_id, office_id, state, case_ref, declined_at, minimised_at, duplicates_checked_at) on enquiry to panah_jobs;
grant update (minimised_at, sealed, source, language, country, immediate_danger, callback_safe, received_by, intake_by, proposed_by, declined_by,
  duplicates_checked_at) on enquiry to panah_jobs;
create policy intake_step_retention on intake_step to panah_jobs using (client_id is null);
create policy team_question_retention on team_question to panah_jobs using (client_id is null);
create policy enquiry_name_token_jobs on enquiry_name_token to panah_jobs using (true);
grant select (enquiry_id), delete on intake_step, team_question to panah_jobs;
grant select, delete on enquiry_name_token to panah_jobs;

create policy enquiry_duplicates on enquiry for select to panah_jobs using (state = 'INTAKE');
create policy enquiry_duplicates_write on enquiry for update to panah_jobs
  using (state = 'INTAKE') with check (state = 'INTAKE' and minimised_at is null);
create policy duplicate_line_jobs on duplicate_line to panah_jobs using (true) with check (true);
grant select, insert, delete on duplicate_line to panah_jobs;
`;
