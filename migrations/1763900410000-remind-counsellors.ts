import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

const KINDS = `'NOTE_UNSIGNED', 'NOTE_UNSIGNED_LEAD', 'SUPERVISION_MISSING', 'COUNSELLING_TALK'`;
const shared = 'num_nonnulls(client_id, incident_id) > 0';
const clientRule = `${inCoordinatedOffice} or ${onTeamOf('client_id')}`;
const incidentRule = 'client_id is null and exists (select from incident i where i.id = incident_id and i.client_id is null)';
const own = `client_id is null and incident_id is null and owner_id = (select app.staff_id())`;

/** What a counsellor, or whoever leads them, is to do about their own work. It names no client, and nobody else reads it. */
export class RemindCounsellors1763900410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const rule = `${inOrg} and ((${shared} and (${clientRule} or (${incidentRule}))) or (${own})) and ${notBlocked('client_id')}`;
    await db.query(`
      alter table task
        drop constraint task_about,
        -- on a case, on an incident of the office, or somebody's own work; of these kinds alone the last
        add constraint task_about check ((client_id is null) = (case_id is null)
          and num_nonnulls(client_id, incident_id) = case when kind in (${KINDS}) then 0 else 1 end),
        add constraint task_of_own_work check (kind not in (${KINDS}) or owner_id is not null);
      alter policy task_wall on task using (${rule}) with check (${rule});

      -- the job reads ids and days; no word of anybody
      grant select (id, org_id, office_id, episode_id, author_id, state, written_at) on clinical_note to panah_jobs;
      create policy clinical_note_jobs on clinical_note for select to panah_jobs using (true);
      grant select (org_id, office_id, allocated_at) on counselling_episode to panah_jobs;
      grant select (counsellor_id, held_on) on counselling_supervision to panah_jobs;
      create policy counselling_supervision_jobs on counselling_supervision for select to panah_jobs using (true);
      grant select (staff_id, office_id, role, duties, confirmed_at, ended_at) on staff_role to panah_jobs;
      create policy staff_role_counselling_jobs on staff_role for select to panah_jobs using (role = 'COUNSELLOR');
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
