import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyProvider } from '../sealing/key-provider';

/** Every column of `audit_event` but the three of the seal itself, in the order in which they are chained. */
export const FIELDS = [
  'id',
  'at',
  'org_id',
  'office_id',
  'actor_id',
  'actor_kind',
  'session_id',
  'request_id',
  'word',
  'outcome',
  'status',
  'subject_type',
  'subject_id',
  'client_id',
  'record_ids',
  'record_count',
  'field_classes',
  'changed_fields',
  'reason',
] as const;

/** The fields as PostgreSQL writes them as text: one form for database and dump, to the microsecond, and blind to no era or array bound. */
export const FIELDS_AS_TEXT = FIELDS.map((name) => (name === 'at' ? 'extract(epoch from at)::text' : `${name}::text`)).join(', ');

/** The values of FIELDS. */
export type LineText = readonly (string | null)[];

/** A place in the chain: the number of a line, and its hash in hex. */
export interface Place {
  seq: number;
  hash: string;
}

export interface SealedLine extends Place {
  previous: string;
  text: LineText;
}

/** Before the first line. */
export const BEGINNING: Place = { seq: 0, hash: '0'.repeat(64) };

/** The key of the chain. It opens nothing: whoever checks the log elsewhere is given this one, not the key of the house. */
export const chainKey = (provider: KeyProvider): Promise<Buffer> => provider.tokenKey('audit-chain');

/** HMAC-SHA-256 over number, the hash before, and all fields; in hex. */
export function sealOf(key: KeyObject, seq: number, previous: string, text: LineText): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['audit-line-1', seq, previous, ...text]))
    .digest('hex');
}

/** The lines that follow on `last`, numbered and chained. */
export function chainAfter(key: Buffer, last: Place, lines: readonly LineText[]): SealedLine[] {
  const held = createSecretKey(key);
  let before = last;
  return lines.map((text) => {
    const seq = before.seq + 1;
    const line = { seq, previous: before.hash, hash: sealOf(held, seq, before.hash, text), text };
    before = line;
    return line;
  });
}

export const later = (one: Place, other: Place): Place => (other.seq > one.seq ? other : one);
