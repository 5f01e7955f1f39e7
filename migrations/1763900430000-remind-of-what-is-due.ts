import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  'NOTE_UNSIGNED',
  'NOTE_UNSIGNED_LEAD',
  'SUPERVISION_MISSING',
  'COUNSELLING_TALK',
  'COUNSELLING_TRIAGE',
  'COUNSELLING_URGENT',
  'COUNSELLING_CHECK_IN',
  'COUNSELLING_FIRST_SESSION',
  'COUNSELLING_SESSION',
  'COUNSELLING_REVIEW',
  'COUNSELLING_ENDING',
]
  .map((kind) => `'${kind}'`)
  .join(', ');

/** What has a day in counselling stands on the day of whoever has to act, as what they are late with does. It names no client. */
export class RemindOfWhatIsDue1763900430000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table task
        drop constraint task_about,
        drop constraint task_of_own_work,
        add constraint task_about check ((client_id is null) = (case_id is null)
          and num_nonnulls(client_id, incident_id) = case when kind in (${KINDS}) then 0 else 1 end),
        add constraint task_of_own_work check (kind not in (${KINDS}) or owner_id is not null);

      -- the job reads ids, states and days
      grant select (urgency, state_since, requested_at, triaged_by, triaged_at, waiting_since, review_on, ending_due) on counselling_episode to panah_jobs;
      grant select (id, episode_id, counsellor_id, at, status) on counselling_session to panah_jobs;
      create policy counselling_session_jobs on counselling_session for select to panah_jobs using (true);
      grant select (episode_id, kind, at) on counselling_contact to panah_jobs;
      create policy counselling_contact_jobs on counselling_contact for select to panah_jobs using (true);
      grant select (type) on clinical_note to panah_jobs;
      grant update (due_on) on task to panah_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
