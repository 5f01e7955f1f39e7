import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close } from './support/walls';

/** When the house was copied, and when a copy was last brought back and looked through. Written by the commands as the owner, read by admins. */
export class KeepTheBackups1763800010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table backup_record (
        id uuid primary key,
        kind text not null,
        at timestamptz not null default now(),
        -- the backup that was made, or brought back, and the moment that it shows
        backup_id uuid not null,
        backup_at timestamptz not null,
        tables integer not null,
        rows bigint not null,
        -- of sealed rows drawn by chance, how many opened with the keys that were brought back
        opened integer,
        constraint backup_record_kind check (kind in ('BACKUP', 'RESTORE_TEST')),
        constraint backup_record_opened check ((kind = 'RESTORE_TEST') = (opened is not null))
      );
      create index backup_record_newest on backup_record (kind, at desc);
      ${close('backup_record')}
      create policy backup_record_read on backup_record for select to panah_app using ((select app.has_role('ADMIN')));
      grant select on backup_record to panah_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table backup_record');
  }
}
