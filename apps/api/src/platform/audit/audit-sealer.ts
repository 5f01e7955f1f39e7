import path from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { steadyPool } from '../database/steady-pool';
import { JOBS_URL } from '../jobs/jobs';
import { Log } from '../log';
import { newId } from '../new-id';
import { KEY_PROVIDER, type KeyProvider } from '../sealing/key-provider';
import type { Settings } from '../settings';
import { SETTINGS } from '../settings.module';
import { BEGINNING, chainAfter, chainKey, FIELDS_AS_TEXT, later, type Place, type SealedLine } from './chain';
import { CheckpointSigner } from './checkpoint';
import { CheckpointBook, type Pace, USUAL_PACE } from './checkpoint-book';

const LOCK = 7204531;
const EVERY_MS = 1000;
const AT_ONCE = 500;

// Few lines of many are ever touched: without this PostgreSQL guesses that most wait, and reads the whole log once a second.
const BEGIN = 'begin; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off';
// Columns to sort by are named in full: a bare "seq" would mean the text of it.
const LAST = `select seq::text, encode(hash, 'hex') as hash from audit_event where seq is not null order by audit_event.seq desc limit 1`;
const WAITING = `select ${FIELDS_AS_TEXT} from audit_event where seq is null
  order by audit_event.at, audit_event.id limit $1`;
const NUMBER = `update audit_event e set seq = s.seq, previous_hash = decode(s.previous, 'hex'), hash = decode(s.hash, 'hex')
  from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as s (id, seq, previous, hash) where e.id = s.id`;

/**
 * Gives the lines of the log their numbers, once a second, and chains them. Of several servers whoever holds the lock does it.
 * The order is the sealer's: lines commit at once and in any order, so none of them could know the one before.
 */
@Injectable()
export class AuditSealer implements OnApplicationShutdown {
  private readonly pool: Pool;
  private ready: Promise<{ book: CheckpointBook; key: Buffer }> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private failing = false;
  /** What this process sealed last: it stands even when the database says less. */
  private last = BEGINNING;
  protected readonly pace: Pace = USUAL_PACE;

  constructor(
    @Inject(JOBS_URL) url: string,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: Log,
  ) {
    this.pool = steadyPool({ connectionString: url, max: 1, application_name: 'panah seal' });
  }

  /** Opens the book of checkpoints, or begins it. Before anybody has an account there is no past: an older house's book is set aside. */
  prepare(): Promise<{ book: CheckpointBook; key: Buffer }> {
    this.ready ??= this.openBook().catch((error: unknown) => {
      this.ready = null;
      throw error;
    });
    return this.ready;
  }

  /** Seals once a second from now on. */
  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.seal()
        .then(() => (this.failing = false))
        .catch((error: unknown) => this.complain(error))
        .then(() => this.timer && this.start());
    }, EVERY_MS).unref();
  }

  /** Seals everything that waits, unless another server is at it. Gives how many lines. What comes meanwhile waits for the next second. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (let count = AT_ONCE; count === AT_ONCE; sealed += count) count = await this.sealSome(AT_ONCE);
    if (sealed > 0) await this.sealSome(0); // the book hears of what was sealed last
    return sealed;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.running;
    await this.pool.end();
  }

  /** The files are written for what an earlier transaction committed, inside the lock of this one: no two servers ever write at once. */
  private async sealSome(most: number): Promise<number> {
    const { book, key } = await this.prepare();
    const sealed = await this.locked('select pg_try_advisory_xact_lock($1) as mine', async (client) => {
      const known = later(later(await book.newest(), this.last), await lastIn(client));
      await book.publish(known);
      const { rows } = await client.query<(string | null)[]>({ text: WAITING, values: [most], rowMode: 'array' });
      return number(client, chainAfter(key, known, rows));
    });
    this.last = later(this.last, sealed?.at(-1) ?? BEGINNING);
    return sealed?.length ?? 0;
  }

  private async openBook(): Promise<{ book: CheckpointBook; key: Buffer }> {
    const key = await chainKey(this.provider);
    const signer = CheckpointSigner.open(path.join(path.dirname(this.settings.keyFile), 'audit-signing.key'), key);
    const book = new CheckpointBook(this.settings.auditCheckpointFile, signer, key, this.pace);
    await this.locked('select true as mine from pg_advisory_xact_lock($1)', async (client) => {
      const stored = await lastIn(client);
      const { rows } = await client.query<{ yes: boolean }>('select app.has_accounts() as yes');
      if (book.begun && stored.seq === 0 && rows[0]?.yes === false && (await book.newest()).seq > 0) await book.setAside();
      if (!book.begun) await book.begin(stored);
    });
    return { book, key };
  }

  /** Null when another server has the lock. */
  private async locked<T>(lock: string, act: (client: PoolClient) => Promise<T>): Promise<T | null> {
    const client = await this.pool.connect();
    try {
      await client.query(BEGIN);
      const { rows } = await client.query<{ mine: boolean }>(lock, [LOCK]);
      const result = rows[0]?.mine ? await act(client) : null;
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Once, until it works again: a database that is away would fill the log. */
  private complain(error: unknown): void {
    if (!this.failing) this.log.failure(error, newId(), 'seal-the-log');
    this.failing = true;
  }
}

async function lastIn(client: PoolClient): Promise<Place> {
  const { rows } = await client.query<{ seq: string; hash: string }>(LAST);
  return rows[0] ? { seq: Number(rows[0].seq), hash: rows[0].hash } : BEGINNING;
}

async function number(client: PoolClient, lines: SealedLine[]): Promise<SealedLine[]> {
  if (lines.length === 0) return lines;
  const { rowCount } = await client.query(NUMBER, [
    lines.map(({ text }) => text[0]),
    lines.map(({ seq }) => seq),
    lines.map(({ previous }) => previous),
    lines.map(({ hash }) => hash),
  ]);
  if (rowCount !== lines.length) throw new Error('Lines of the log changed while they were sealed.');
  return lines;
}
