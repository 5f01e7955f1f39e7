import { Jobs, type JobWork } from '../../apps/api/src/platform/jobs/jobs';
import type { House } from './house';

let made = 0;

/** Does something as a job does it: in a transaction of the jobs' own login. */
export async function asJob<T>(house: House, act: (work: JobWork) => Promise<T>): Promise<T> {
  const jobs = house.app.get(Jobs);
  const name = `test-job-${made++}`;
  const answers: T[] = [];
  jobs.register({
    name,
    cron: null,
    run: async (work) => {
      answers.push(await act(work));
    },
  });
  await jobs.runNow(name);
  return answers[0];
}
