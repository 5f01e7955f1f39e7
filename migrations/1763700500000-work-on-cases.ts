import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inOrg, notBlocked } from './support/walls';

/** What the steps of a case leave behind, the question a future team member is asked, and the order of the caseload. */
export class WorkOnCases1763700500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_file
        add column assessment_note_id uuid,
        add column plan_note_id uuid,
        add column plan_submitted_by uuid,
        add column plan_submitted_at timestamptz,
        add column plan_approved_by uuid,
        add column plan_approved_at timestamptz,
        add column closure_note_id uuid,
        add constraint case_file_plan_submission check ((plan_submitted_by is null) = (plan_submitted_at is null)),
        -- R-CA-04: whoever wrote the plan does not approve it
        add constraint case_file_plan_second_person check (plan_approved_by is null or plan_approved_by is distinct from plan_submitted_by);
      create index case_file_newest on case_file (office_id, opened_on desc, id desc);
      create index case_file_of_worker_newest on case_file (primary_worker_id, opened_on desc, id desc);
      create index case_file_contact on case_file (office_id, coalesce(last_contact_at, '-infinity'::timestamptz), id);

      alter table case_team add column sealed bytea, add column seal_version integer not null default 1;
      alter table case_team add constraint case_team_end_reason check (
        end_reason in ('LEFT', 'ENDED', 'EXPIRED', 'MEMBER_TIE', 'CLIENT_OBJECTION', 'WITHDRAWN', 'CASE_CLOSED', 'BLOCKED'));
      create index case_team_questions on case_team (staff_id) where ended_at is null and starts_at is null;

      -- one who is asked may read and answer the question; nobody writes a team row for themself
      drop policy case_team_asked on case_team;
      create policy case_team_asked on case_team for select to panah_app
        using (${inOrg} and staff_id = (select app.staff_id()) and ${notBlocked('client_id')});
      create policy case_team_answered on case_team for update to panah_app
        using (${inOrg} and staff_id = (select app.staff_id()) and ${notBlocked('client_id')})
        with check (${inOrg} and staff_id = (select app.staff_id()));

      alter table access_block add constraint access_block_kind check (
        kind in ('RELATIVE', 'SAME_UNIT', 'DISPUTE', 'BUSINESS', 'MEDIA', 'CURRENT_GROUP_TIE', 'STATE_TIE', 'OTHER'));
      create index access_block_of_subject on access_block (subject_id) where lifted_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
