import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log is sealed: a job's login numbers committed lines and chains them, once each. The runtime login never touches what seals.
 * The key of the chain lies outside the database, so that whoever owns the database cannot compute it anew.
 */
export class SealTheLog1763700900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_event add constraint audit_event_sealed_whole check (
        (seq is null) = (hash is null) and (seq is null) = (previous_hash is null));
      create index audit_event_unsealed on audit_event (at, id) where seq is null;
      create unique index audit_event_number_once on audit_event (seq) where seq is not null;

      -- a line is born without a number, whoever writes it
      create policy audit_event_born_unsealed on audit_event as restrictive for insert to panah_app, panah_jobs
        with check (seq is null and previous_hash is null and hash is null);
      create policy audit_event_sealer_reads on audit_event for select to panah_jobs using (true);
      -- a number is given once and never taken back ("hash", not "seq": the index of waiting lines must not tempt the planner into a loop over all of them)
      create policy audit_event_sealer_numbers on audit_event for update to panah_jobs using (hash is null) with check (hash is not null);
      grant select, update (seq, previous_hash, hash) on audit_event to panah_jobs;
      grant execute on function app.has_accounts() to panah_jobs;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke execute on function app.has_accounts() from panah_jobs;
      revoke select, update (seq, previous_hash, hash) on audit_event from panah_jobs;
      drop policy audit_event_sealer_numbers on audit_event;
      drop policy audit_event_sealer_reads on audit_event;
      drop policy audit_event_born_unsealed on audit_event;
      drop index audit_event_number_once;
      drop index audit_event_unsealed;
      alter table audit_event drop constraint audit_event_sealed_whole;
    `);
  }
}
