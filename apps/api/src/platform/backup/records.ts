import type { Client } from 'pg';
import { newId } from '../new-id';

/** What a run of one of the two commands leaves in the house. */
export interface Kept {
  kind: 'BACKUP' | 'RESTORE_TEST';
  backupId: string;
  backupAt: string;
  tables: number;
  rows: number;
  /** Sealed rows that opened with the keys brought back; null for a backup. */
  opened: number | null;
}

/** One line in the log of each organisation: who copies the house, or brings back a copy, has all of it in hand. */
export async function writeLine(client: Client, word: 'backup:make' | 'backup:restore', reason: string, backupId: string): Promise<void> {
  const { rows } = await client.query<{ id: string | null }>('select id from org');
  for (const { id } of rows.length ? rows : [{ id: null }])
    await client.query(
      `insert into audit_event (id, org_id, actor_kind, request_id, word, outcome, status, subject_type, subject_id, reason)
       values ($1, $2, 'JOB', $1, $3, 'DONE', 200, 'backup', $4, $5)`,
      [newId(), id, word, backupId, reason],
    );
}

/** Writes down that it is done, for those who look after the house. */
export async function writeRecord(client: Client, { kind, backupId, backupAt, tables, rows, opened }: Kept): Promise<void> {
  await client.query(
    'insert into backup_record (id, kind, backup_id, backup_at, tables, rows, opened) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), kind, backupId, backupAt, tables, rows, opened],
  );
}
