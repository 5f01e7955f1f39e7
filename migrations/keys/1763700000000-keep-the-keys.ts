import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrapped keys, one per data subject and compartment. A database of its own, so that erasure reaches the backups of the other. */
export class KeepTheKeys1763700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke all on schema public from public;
      grant usage, create on schema public to panah_owner;
      create table subject_key (
        subject_id uuid not null,
        compartment text not null,
        version integer not null,
        wrapped bytea,
        created_at timestamptz not null default now(),
        destroyed_at timestamptz,
        constraint subject_key_once primary key (subject_id, compartment, version),
        constraint subject_key_compartment check (compartment in ('file','location','legal','counselling','family')),
        constraint subject_key_destroyed_whole check ((destroyed_at is null) = (wrapped is not null))
      );
      grant usage on schema public to panah_keys;
      grant select on migration to panah_keys;
      grant select, insert, update on subject_key to panah_keys;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Keys are not dropped by a migration.');
  }
}
