import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall } from './support/walls';

/**
 * Tasks: what is to be done for a client, by whom, by when. A task's words come from its kind; what somebody wrote is sealed.
 * `follows_worker`: it is the primary worker's, whoever that is; `for_coordinators`: any coordinator of the office may do it.
 */
export class KeepWhatIsToBeDone1763800200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table task (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        case_id uuid not null,
        kind text not null,
        record_class text not null default 'CONFIDENTIAL',
        priority text not null default 'P3',
        status text not null default 'OPEN',
        owner_id uuid,
        follows_worker boolean not null default false,
        for_coordinators boolean not null default false,
        due_on date not null,
        remind_on date,
        reminded_at timestamptz,
        paused_on date,
        record_id uuid,
        dedupe_key text,
        created_by uuid,
        created_at timestamptz not null default now(),
        ended_at timestamptz,
        ended_by uuid,
        end_reason text,
        sealed bytea,
        seal_version integer not null default 1,
        version integer not null default 1,
        constraint task_once unique (org_id, id),
        constraint task_case foreign key (org_id, case_id) references case_file (org_id, id),
        constraint task_client foreign key (org_id, client_id) references client (org_id, id),
        constraint task_owner foreign key (org_id, owner_id) references staff_member (org_id, id),
        constraint task_priority check (priority in ('P1','P2','P3','P4')),
        constraint task_status check (status in ('OPEN','IN_PROGRESS','BLOCKED','DONE','CANCELLED')),
        constraint task_class check (record_class in ('CONFIDENTIAL','RESTRICTED')),
        -- a task that is nobody's is done by nobody
        constraint task_owned check (owner_id is not null or for_coordinators),
        constraint task_ended check ((status in ('DONE','CANCELLED')) = (ended_at is not null)),
        constraint task_end_reason check ((status = 'CANCELLED') = (end_reason is not null)
          and end_reason in ('NOT_NEEDED','REASON_GONE','CASE_CLOSED','PLAN_CHANGED','MOVED'))
      );
      create unique index task_dedupe on task (org_id, kind, dedupe_key) where dedupe_key is not null;
      -- My day: one's own open tasks by day, and those of the office
      create index task_of_owner on task (owner_id, due_on, id) where status in ('OPEN','IN_PROGRESS','BLOCKED');
      create index task_of_office on task (office_id, due_on, id) where status in ('OPEN','IN_PROGRESS','BLOCKED');
      create index task_of_case on task (case_id, due_on, id);
      create index task_of_client on task (client_id);
      create index task_of_record on task (record_id) where record_id is not null;
      ${clientWall('task')}
      grant select, insert, update on task to panah_app;

      -- the jobs read dates, ids and kinds; nothing sealed
      create policy task_jobs on task to panah_jobs using (true) with check (true);
      grant select (id, org_id, office_id, client_id, case_id, kind, status, owner_id, follows_worker, for_coordinators, due_on, remind_on,
        reminded_at, paused_on, record_id, dedupe_key, priority, version) on task to panah_jobs;
      grant insert (id, org_id, office_id, client_id, case_id, kind, record_class, priority, owner_id, follows_worker, for_coordinators, due_on,
        record_id, dedupe_key) on task to panah_jobs;
      grant update (owner_id, follows_worker, reminded_at, status, ended_at, end_reason, version) on task to panah_jobs;
      create policy case_file_task_jobs on case_file for select to panah_jobs using (true);
      grant select (id, org_id, office_id, client_id, state, primary_worker_id) on case_file to panah_jobs;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table task; drop policy case_file_task_jobs on case_file;
       revoke select (id, org_id, office_id, client_id, state, primary_worker_id) on case_file from panah_jobs`,
    );
  }
}
