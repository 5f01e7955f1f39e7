import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A coordinator looks over the work of the office: what is late is found by its day, and whose notes wait for a signature is counted. */
export class LookOverTheWork1763800600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index consent_event_end on consent_event (office_id, expires_at) where action = 'give' and expires_at is not null;
      create index appointment_of_office on appointment (office_id, starts_at) where state = 'PLANNED';
      create index risk_assessment_finals on risk_assessment (case_id, final_at desc) where state = 'FINAL';
      create index case_file_endangered on case_file (office_id, risk_level) where state <> 'CLOSED' and risk_level in ('HIGH','IMMINENT');

      -- A draft is its author's alone. That there is one, whose, and since when, its coordinator may know (P-07): no row and no text is opened.
      create function app.unsigned_notes() returns table (id uuid, client_id uuid, case_id uuid, office_id uuid, author_id uuid, saved_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select n.id, n.client_id, n.case_id, n.office_id, n.author_id, n.saved_at from case_note n
         where n.state = 'DRAFT' and n.org_id = app.org_id() and n.office_id = any (app.coordinated_offices())
           and not (n.client_id = any (app.blocked()))
      $$;
      revoke all on function app.unsigned_notes() from public;
      grant execute on function app.unsigned_notes() to panah_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.unsigned_notes();
      drop index consent_event_end, appointment_of_office, risk_assessment_finals, case_file_endangered;
    `);
  }
}
