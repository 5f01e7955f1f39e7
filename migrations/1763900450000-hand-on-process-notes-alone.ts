import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R-CN-07 is about process notes: what was written for supervision ends with its author, consent or not. The job may ask which is which. */
export class HandOnProcessNotesAlone1763900450000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('grant select (type) on private_note to panah_jobs');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
