import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** A statement written by hand. The name lets PostgreSQL keep its plan; one name means one text, everywhere. */
export interface Statement {
  name: string;
  text: string;
}

/**
 * One transaction of one actor. Records get it from the request; nothing else talks to the tables.
 * Rows come back as PostgreSQL gives them: `timestamptz` as Date, `date` as `YYYY-MM-DD` text, `bytea` as Buffer.
 */
export class UnitOfWork {
  private readonly afterCommit: (() => void)[] = [];
  private over = false;

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
    return (await this.client.query<T>({ ...statement, values })).rows;
  }

  /** The first row, or null. */
  async row<T extends QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(statement, values))[0] ?? null;
  }

  /** Runs a named statement that changes rows and returns how many it changed. */
  async change(statement: Statement, values: unknown[] = []): Promise<number> {
    return (await this.client.query({ ...statement, values })).rowCount ?? 0;
  }

  /** Does `act` once this transaction is committed; not at all when it is taken back. */
  whenCommitted(act: () => void): void {
    this.afterCommit.push(act);
  }

  /** Commits, after `last` in the same round trip. When `last` fails, PostgreSQL takes everything back. */
  async commit(last?: Statement & { values: unknown[] }): Promise<void> {
    await Promise.all([...(last ? [this.client.query(last)] : []), this.client.query('commit')]);
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

  private async release(): Promise<void> {
    this.over = true;
    await this.runner.release();
  }
}
