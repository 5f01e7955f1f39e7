import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who asks for help in danger stands on the duty screen like any other danger, until one says "I have it". */
export class HearEnquiriesInDanger1763800720000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enquiry
        add column danger_taken_by uuid,
        add column danger_taken_at timestamptz,
        add constraint enquiry_danger_taker foreign key (org_id, danger_taken_by) references staff_member (org_id, id),
        add constraint enquiry_danger_taken check ((danger_taken_by is null) = (danger_taken_at is null)),
        add constraint enquiry_danger_minimised check (minimised_at is null or danger_taken_by is null);
      create index enquiry_in_danger on enquiry (office_id, received_at) where immediate_danger = 'YES' and state in ('ENQUIRY', 'INTAKE');
      grant update (danger_taken_by, danger_taken_at) on enquiry to panah_jobs;

      -- in danger once more is a call of its own
      create function app.call_again() returns trigger language plpgsql as $$
      begin
        new.danger_taken_by := null;
        new.danger_taken_at := null;
        return new;
      end $$;
      create trigger enquiry_in_danger_again before update of immediate_danger on enquiry for each row
        when (new.immediate_danger = 'YES' and old.immediate_danger is distinct from 'YES') execute function app.call_again();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
