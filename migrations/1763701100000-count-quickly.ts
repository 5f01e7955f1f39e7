import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists, reports and references are found and counted from indexes alone; rows are read only for the page that is shown. */
export class CountQuickly1763701100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index case_file_by_client on case_file (client_id) include (org_id, office_id, state, opened_on, id);
      drop index case_file_of_client;
      create index case_file_open_in_office on case_file (office_id, state)
        include (org_id, client_id, primary_worker_id, country, risk_level, opened_on) where state <> 'CLOSED';
      -- by code point whatever the database's own order is: a beginning is a range. LIKE could not use an index below row security
      create index case_file_reference_begins on case_file (case_ref collate "C");
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index case_file_of_client on case_file (client_id);
      drop index case_file_by_client, case_file_open_in_office, case_file_reference_begins;
    `);
  }
}
