import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { steadyPool } from '../database/steady-pool';
import { PgBoss } from 'pg-boss';
import { Log } from '../log';
import { newId } from '../new-id';

export const JOBS_URL = Symbol('JobsUrl');

/** One named actor per job. `run` gets a transaction of the jobs' own login, which may read dates and ids and little else. */
export interface Job {
  name: string;
  /** When it runs, as cron in UTC; null for jobs that are only sent. */
  cron: string | null;
  run(work: JobWork, data: Record<string, string>): Promise<void>;
}

/** The transaction of a job, and the line it leaves. */
export interface JobWork {
  rows<T>(text: string, values?: unknown[]): Promise<T[]>;
  /** Writes one audit line, as the job, about one record. */
  record(line: {
    word: string;
    orgId: string;
    officeId: string | null;
    subjectType: string;
    subjectId: string;
    reason: string;
  }): Promise<void>;
}

/** The queue: pg-boss in its own schema under its own login; rows hold ids only; safe with several API processes. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly boss: PgBoss;
  private readonly jobs: Job[] = [];
  private started = false;

  constructor(
    @Inject(JOBS_URL) url: string,
    private readonly log: Log,
  ) {
    this.pool = steadyPool({ connectionString: url, max: 2, application_name: 'panah jobs' });
    this.boss = new PgBoss({ connectionString: url, schema: 'queue', max: 3, createSchema: false });
    this.boss.on('error', (error) => this.log.failure(error, newId(), 'queue'));
  }

  /** Called by a capability's module while the app is made. */
  register(job: Job): void {
    this.jobs.push(job);
  }

  /** Starts the queue and its timetable, once the server listens. */
  async start(): Promise<void> {
    await this.boss.start();
    this.started = true;
    for (const job of this.jobs) {
      await this.boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true });
      await this.boss.work<Record<string, string>>(job.name, async ([queued]) => this.run(job, queued?.data ?? {}));
      if (job.cron) await this.boss.schedule(job.name, job.cron, {});
    }
  }

  /** Runs a job now, in this process: the timetable, tests and the console use the same way in. */
  async runNow(name: string, data: Record<string, string> = {}): Promise<void> {
    const job = this.jobs.find((known) => known.name === name);
    if (!job) throw new Error(`There is no job "${name}".`);
    await this.run(job, data);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: false });
    await this.pool.end();
  }

  private async run(job: Job, data: Record<string, string>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await job.run(workOf(client, job.name), data);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      this.log.failure(error, newId(), job.name);
      throw error;
    }
  }
}

function workOf(client: PoolClient, job: string): JobWork {
  return {
    rows: async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[],
    record: async ({ word, orgId, officeId, subjectType, subjectId, reason }) => {
      await client.query(
        `insert into audit_event (id, org_id, office_id, actor_kind, request_id, word, outcome, status, subject_type, subject_id, changed_fields, reason)
         values ($1, $2, $3, 'JOB', $1, $4, 'DONE', 200, $5, $6, array[$7], $8)`,
        [newId(), orgId, officeId, word, subjectType, subjectId, `job:${job}`, reason],
      );
    },
  };
}
