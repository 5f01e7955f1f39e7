import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { Ear } from '../database/ear';
import { steadyPool } from '../database/steady-pool';
import { ErasedSubjects } from './erased-subjects';
import { IntegrityError, KEY_PROVIDER, type KeyProvider } from './key-provider';

export type Compartment = 'file' | 'location' | 'legal' | 'counselling' | 'family';

export interface SubjectKey {
  version: number;
  key: KeyObject;
}

export const KEYS_URL = Symbol('KeysUrl');
const FIVE_MINUTES = 5 * 60 * 1000;
const MOST_KEYS = 8000;
const CHANNEL = 'key_destroyed';

/** What is destroyed and who is told of it are one act: a process that is killed in between leaves nobody with a key that is gone. */
const DESTROY = `with gone as (update subject_key set wrapped = null, destroyed_at = now() where subject_id = any ($1::uuid[]) and destroyed_at is null
    returning subject_id)
  select pg_notify('${CHANNEL}', subject_id::text) from (select distinct subject_id from gone) g`;

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
  /** Hears of keys that another process destroyed. While nobody can tell us, nothing is remembered. */
  private readonly ear: Ear;
  /** Moves with each key that goes: what was read before is not remembered after. */
  private gone = 0;

  constructor(
    @Inject(KEYS_URL) url: string,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
    private readonly erased: ErasedSubjects,
  ) {
    this.pool = steadyPool({ connectionString: url, max: 6 });
    this.ear = new Ear(url, [CHANNEL], { heard: (_channel, subjectId) => this.forget(subjectId), lost: () => this.forgetAll() });
  }

  /** A database that was brought back from an older day forgets again whom it had forgotten, before anybody is let in. */
  async onModuleInit(): Promise<void> {
    await this.ear.open();
    const erased = await this.erased.all();
    if (erased.length) await this.pool.query(DESTROY, [erased]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.cache.clear();
    await this.ear.close();
    await this.pool.end();
  }

  /** Makes the first key of a subject in a compartment, committed before any row that needs it. Keeps an existing one. */
  async make(subjectId: string, compartment: Compartment): Promise<SubjectKey> {
    return (await this.makeMany([subjectId], compartment)).get(subjectId) ?? missing();
  }

  /** As `make`, for many subjects in one statement. */
  async makeMany(subjectIds: readonly string[], compartment: Compartment): Promise<Map<string, SubjectKey>> {
    const wrapped = await Promise.all(subjectIds.map((id) => this.provider.wrap(randomBytes(32), keyContext(id, compartment, 1))));
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
    const gone = this.gone;
    for (const row of absent.length ? await this.read(absent, compartment) : []) {
      const key = {
        version: row.version,
        key: createSecretKey(await this.provider.unwrap(row.wrapped, keyContext(row.subject_id, compartment, row.version))),
      };
      if (gone === this.gone) this.remember(cacheKey(row.subject_id, compartment), key);
      found.set(row.subject_id, key);
    }
    return found;
  }

  /**
   * Destroys every key of a subject: what they sealed is lost for good, here and in every backup. It is written down first, outside the
   * database, and a start or a restore does what was written down again.
   */
  async destroy(subjectId: string): Promise<void> {
    await this.erased.add(subjectId);
    await this.retire(subjectId);
  }

  /** Destroys keys that nothing needs any more, because what they sealed was sealed anew elsewhere. An older backup still needs them. */
  async retire(subjectId: string): Promise<void> {
    await this.pool.query(DESTROY, [[subjectId]]);
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
    if (!this.ear.isOpen) return;
    if (this.cache.size >= MOST_KEYS) this.cache.delete(this.cache.keys().next().value ?? '');
    this.cache.set(name, { made: Date.now(), key });
  }

  private forgetAll(): void {
    this.cache.clear();
    this.gone++;
  }

  private forget(subjectId: string): void {
    this.gone++;
    for (const compartment of ['file', 'location', 'legal', 'counselling', 'family'] as const)
      this.cache.delete(cacheKey(subjectId, compartment));
  }
}

const cacheKey = (subjectId: string, compartment: Compartment): string => `${compartment}:${subjectId}`;
/** What a wrapped key is bound to. */
export const keyContext = (subjectId: string, compartment: string, version: number): string => `key|${subjectId}|${compartment}|${version}`;

function missing(): never {
  throw new IntegrityError();
}
