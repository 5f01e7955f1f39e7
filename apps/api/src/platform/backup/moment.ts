import { Client } from 'pg';
import type { OwnerUrls } from '../database/database-urls';
import { PLAIN } from './tables';

/** Two connections that see one and the same moment of both databases, however long they read. */
export interface Moment {
  records: Client;
  keys: Client;
  at: string;
  end(): Promise<void>;
}

/**
 * A row is written after the key it is sealed with, and a key that is needed no more is destroyed after its rows were sealed anew. Two moments
 * a little apart would therefore miss either a new key or one just let go. So for the blink in which both moments are taken nobody makes or
 * destroys a key; everything else goes on.
 */
export async function oneMoment(urls: OwnerUrls): Promise<Moment> {
  const [records, keys, guard] = [new Client(urls.migration), new Client(urls.keysMigration), new Client(urls.keysMigration)];
  const end = async (): Promise<void> => void (await Promise.allSettled([records.end(), keys.end(), guard.end()]));
  for (const client of [records, keys, guard]) client.on('error', () => undefined); // the query that waits tells of it
  try {
    await Promise.all([records.connect(), keys.connect(), guard.connect()]);
    await Promise.all([records.query(PLAIN), keys.query(PLAIN)]);
    await guard.query(`begin isolation level repeatable read; set local lock_timeout = '30s'; lock table subject_key in share mode`);
    const held = (await guard.query<{ id: string }>('select pg_export_snapshot() as id')).rows[0]?.id ?? '';
    await records.query(BEGIN);
    const at = (await records.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at ?? new Date();
    await keys.query(`${BEGIN}; set transaction snapshot '${held}'`);
    await keys.query('select 1');
    await guard.query('commit');
    return { records, keys, at: at.toISOString(), end };
  } catch (error) {
    await end();
    throw error;
  }
}

const BEGIN = 'begin transaction isolation level repeatable read read only';
