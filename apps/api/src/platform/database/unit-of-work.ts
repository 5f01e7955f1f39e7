import type { Socket } from 'node:net';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** A statement written by hand. The name lets PostgreSQL keep its plan; one name means one text, everywhere. */
export interface Statement {
  name: string;
  text: string;
  /** One plan suits whatever is asked: it is never planned anew. Without this PostgreSQL weighs, and often plans longer than it runs. */
  onePlan?: true;
  /** It wants few rows, each by one index: PostgreSQL does not read a second index from end to end to narrow them further. Only beside `onePlan`. */
  alongIndexes?: true;
}

/** The part of a connection that its types leave out. */
interface Wired {
  connection: { stream: Socket };
}

/**
 * One transaction of one actor. Records get it from the request; nothing else talks to the tables.
 * Rows come back as PostgreSQL gives them: `timestamptz` as Date, `date` as `YYYY-MM-DD` text, `bytea` as Buffer.
 */
export class UnitOfWork {
  private readonly afterCommit: (() => void)[] = [];
  private readonly atCommit: (Statement & { values: unknown[] })[] = [];
  private over = false;
  private plansKept = false;
  private indexesFollowed = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  /** For inserts and updates by entity. `save()` is not used in this house. */
  get entities(): EntityManager {
    return this.runner.manager;
  }

  /** Runs a named statement and returns its rows. */
  async rows<T extends QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<T[]> {
    this.gather();
    if (statement.onePlan) this.keepPlans(statement.alongIndexes ?? false);
    return (await this.client.query<T>({ name: statement.name, text: statement.text, values })).rows;
  }

  /** The first row, or null. */
  async row<T extends QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(statement, values))[0] ?? null;
  }

  /** Runs a named statement that changes rows and returns how many it changed. */
  async change(statement: Statement, values: unknown[] = []): Promise<number> {
    this.gather();
    return (await this.client.query({ ...statement, values })).rowCount ?? 0;
  }

  /** A statement whose answer nobody waits for: it goes in the same round trip as the commit, before the line in the log. */
  changeAtCommit(statement: Statement, values: unknown[]): void {
    this.atCommit.push({ ...statement, values });
  }

  /** Does `act` once this transaction is committed; not at all when it is taken back. */
  whenCommitted(act: () => void): void {
    this.afterCommit.push(act);
  }

  /** Commits, after what waits for it and `last`, in one round trip. When one of them fails, PostgreSQL takes everything back. */
  async commit(last?: Statement & { values: unknown[] }): Promise<void> {
    this.gather();
    const before = [...this.atCommit, ...(last ? [last] : [])];
    await Promise.all([...before.map((statement) => this.client.query(statement)), this.client.query('commit')]);
    await this.release();
    for (const act of this.afterCommit) act();
  }

  /** Takes everything back. Safe to call when it is over already. */
  async rollback(): Promise<void> {
    if (this.over) return;
    try {
      await this.client.query('rollback');
    } finally {
      await this.release();
    }
  }

  /** For the rest of the transaction, in the same round trip; a failure is that of the transaction, which the next answer tells. */
  private keepPlans(alongIndexes: boolean): void {
    const settings = [
      ...(this.plansKept ? [] : ['set local plan_cache_mode = force_generic_plan']),
      ...(!alongIndexes || this.indexesFollowed ? [] : ['set local enable_bitmapscan = off']),
    ];
    if (settings.length) void this.client.query(settings.join('; ')).catch(() => undefined);
    this.plansKept = true;
    this.indexesFollowed ||= alongIndexes;
  }

  /** What is asked in one go leaves in one write: each write is a call into the system, and that costs more than the question. */
  private gather(): void {
    const { stream } = (this.client as PoolClient & Wired).connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  private async release(): Promise<void> {
    this.over = true;
    await this.runner.release();
  }
}
