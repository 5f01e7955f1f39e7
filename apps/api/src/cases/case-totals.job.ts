import { Injectable } from '@nestjs/common';
import type { Job, JobWork } from '../platform/jobs/jobs';

const AT_ONCE = 20_000;

/** Folds what changed about open cases into the sums that reports read; they are right without it, and quicker with it. */
@Injectable()
export class CaseTotalsJob implements Job {
  readonly name = 'fold-case-totals';
  readonly cron = '* * * * *';

  async run(work: JobWork): Promise<void> {
    await work.rows('select app.fold_case_tally($1)', [AT_ONCE]);
  }
}
