import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A yes may point to a document of the same client as its evidence. The consent keeps it whatever becomes of it: its steps are never changed. */
export class ShowTheSignedPaper1763800710000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table document add constraint document_of_client_once unique (client_id, id);
      alter table consent_event
        add column document_id uuid,
        -- a paper of the same person: no other is found
        add constraint consent_event_document foreign key (client_id, document_id) references document (client_id, id),
        add constraint consent_event_document_of_giving check (document_id is null or (action = 'give' and client_id is not null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
