import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client, type Pool } from 'pg';
import { steadyPool } from '../database/steady-pool';
import { IntegrityError, KEY_PROVIDER, type KeyProvider } from './key-provider';

export type Compartment = 'file' | 'location' | 'legal' | 'counselling' | 'family';

export interface SubjectKey {
  version: number;
  key: KeyObject;
}

export const KEYS_URL = Symbol('KeysUrl');
const A_SECOND = 1000;
const FIVE_MINUTES = 5 * 60 * 1000;
const MOST_KEYS = 20_000;
const CHANNEL = 'key_destroyed';

interface KeyRow {
  subject_id: string;
  version: number;
  wrapped: Buffer;
}

/**
 * One key per data subject and compartment, wrapped by the house's key, in a database of its own.
 * Unwrapped keys stay in memory for five minutes at most and go at once when one is destroyed.
 */
@Injectable()
export class KeyRing implements OnModuleInit, OnApplicationShutdown {
  private readonly cache = new Map<string, { made: number; key: SubjectKey }>();
  private readonly pool: Pool;
  private listener: Client | null = null;
  private closing = false;

  constructor(
    @Inject(KEYS_URL) private readonly url: string,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
  ) {
    this.pool = steadyPool({ connectionString: url, max: 6 });
  }

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.cache.clear();
    await this.listener?.end();
    await this.pool.end();
  }

  /** Hears of keys that another process destroyed. While nobody can tell us, nothing is remembered. */
  private async listen(): Promise<void> {
    const listener = new Client(this.url);
    listener.once('error', () => this.listenAgain(listener));
    listener.on('error', () => undefined); // a broken connection may complain more than once
    listener.on('notification', ({ payload }) => this.forget(payload ?? ''));
    await listener.connect();
    await listener.query(`listen ${CHANNEL}`);
    this.listener = listener;
  }

  private listenAgain(lost: Client | null): void {
    if (this.listener === lost) this.listener = null;
    this.cache.clear();
    const again = (): void => void (this.closing || this.listen().catch(() => this.listenAgain(null)));
    if (!this.closing) setTimeout(again, A_SECOND).unref();
  }

  /** Makes the first key of a subject in a compartment, committed before any row that needs it. Keeps an existing one. */
  async make(subjectId: string, compartment: Compartment): Promise<SubjectKey> {
    return (await this.makeMany([subjectId], compartment)).get(subjectId) ?? missing();
  }

  /** As `make`, for many subjects in one statement. */
  async makeMany(subjectIds: readonly string[], compartment: Compartment): Promise<Map<string, SubjectKey>> {
    const wrapped = await Promise.all(subjectIds.map((id) => this.provider.wrap(randomBytes(32), contextOf(id, compartment, 1))));
    await this.pool.query({
      name: 'keys.make',
      text: `insert into subject_key (subject_id, compartment, version, wrapped)
             select * from unnest($1::uuid[], array_fill($2::text, array[cardinality($1::uuid[])]), array_fill(1, array[cardinality($1::uuid[])]), $3::bytea[])
             on conflict do nothing`,
      values: [subjectIds, compartment, wrapped],
    });
    return this.of(subjectIds, compartment);
  }

  /** The newest key of each subject; a subject without one (never made, destroyed) is absent. One round trip for all that are not in memory. */
  async of(subjectIds: readonly string[], compartment: Compartment): Promise<Map<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    const absent: string[] = [];
    for (const id of new Set(subjectIds)) {
      const held = this.recall(cacheKey(id, compartment));
      if (held) found.set(id, held);
      else absent.push(id);
    }
    for (const row of absent.length ? await this.read(absent, compartment) : []) {
      const key = {
        version: row.version,
        key: createSecretKey(await this.provider.unwrap(row.wrapped, contextOf(row.subject_id, compartment, row.version))),
      };
      this.remember(cacheKey(row.subject_id, compartment), key);
      found.set(row.subject_id, key);
    }
    return found;
  }

  /** Destroys every key of a subject: what they sealed is lost for good, here and in every backup once the keys' own backups are over. */
  async destroy(subjectId: string): Promise<void> {
    await this.pool.query('update subject_key set wrapped = null, destroyed_at = now() where subject_id = $1 and destroyed_at is null', [
      subjectId,
    ]);
    await this.pool.query('select pg_notify($1, $2)', [CHANNEL, subjectId]);
    this.forget(subjectId);
  }

  private async read(ids: readonly string[], compartment: Compartment): Promise<KeyRow[]> {
    const { rows } = await this.pool.query<KeyRow>({
      name: 'keys.read',
      text: `select distinct on (subject_id) subject_id, version, wrapped from subject_key
              where subject_id = any($1::uuid[]) and compartment = $2 and destroyed_at is null order by subject_id, version desc`,
      values: [ids, compartment],
    });
    return rows;
  }

  private recall(name: string): SubjectKey | null {
    const held = this.cache.get(name);
    if (held && Date.now() - held.made < FIVE_MINUTES) return held.key;
    if (held) this.cache.delete(name);
    return null;
  }

  private remember(name: string, key: SubjectKey): void {
    if (!this.listener) return;
    if (this.cache.size >= MOST_KEYS) this.cache.delete(this.cache.keys().next().value ?? '');
    this.cache.set(name, { made: Date.now(), key });
  }

  private forget(subjectId: string): void {
    for (const compartment of ['file', 'location', 'legal', 'counselling', 'family'] as const)
      this.cache.delete(cacheKey(subjectId, compartment));
  }
}

const cacheKey = (subjectId: string, compartment: Compartment): string => `${compartment}:${subjectId}`;
const contextOf = (subjectId: string, compartment: Compartment, version: number): string => `key|${subjectId}|${compartment}|${version}`;

function missing(): never {
  throw new IntegrityError();
}
