import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { steadyPool } from '../database/steady-pool';
import { JOBS_URL } from '../jobs/jobs';
import { KEY_PROVIDER, type KeyProvider } from '../sealing/key-provider';
import type { Settings } from '../settings';
import { SETTINGS } from '../settings.module';
import { chainKey } from './chain';
import { readBook } from './check-book';
import { checkLog, type Verdict } from './check-log';
import { countUnsealed, LOOK, sealedLines } from './log-lines';

/** Checks the whole log against its chain and the book of checkpoints. It reads beyond organisations, and gives back numbers only. */
@Injectable()
export class AuditVerifier implements OnApplicationShutdown {
  private readonly pool: Pool;
  private underWay: Promise<Verdict> | null = null;

  constructor(
    @Inject(JOBS_URL) url: string,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.pool = steadyPool({ connectionString: url, max: 1, application_name: 'panah verify' });
  }

  /** One check at a time: whoever asks meanwhile gets the answer of the one under way. */
  verify(): Promise<Verdict> {
    this.underWay ??= this.check().finally(() => (this.underWay = null));
    return this.underWay;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async check(): Promise<Verdict> {
    // the book before the log: what is sealed meanwhile makes the log longer than the book, never shorter
    const book = await readBook(this.settings.auditCheckpointFile);
    const key = await chainKey(this.provider);
    const client = await this.pool.connect();
    try {
      await client.query(LOOK);
      const verdict = await checkLog(sealedLines(client), await countUnsealed(client), book, key);
      await client.query('commit');
      client.release();
      return verdict;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
