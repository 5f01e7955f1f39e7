import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of the timeline takes the newest lines of several tables in turn: each is read in its whole order, and no further than it is shown. */
export class ReadAFileLineByLine1764000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index process_step_of_client, consent_event_of_client;
      create index process_step_of_client on process_step (client_id, at, id) where client_id is not null;
      create index consent_event_of_client on consent_event (client_id, at, id) where client_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index process_step_of_client, consent_event_of_client;
      create index process_step_of_client on process_step (client_id, at) where client_id is not null;
      create index consent_event_of_client on consent_event (client_id, at) where client_id is not null;
    `);
  }
}
