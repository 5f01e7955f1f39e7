import { Injectable } from '@nestjs/common';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { Sealer } from '../platform/sealing/sealer';

/** Authors who no longer work here (R-CN-07), and clients whose last episode with the author ended twelve months ago (R-RT-01). */
const DUE = `select k.id from private_note_key k join staff_member s on s.id = k.author_id
  where k.destroyed_at is null and (s.state = 'ENDED'
    or (k.made_at < now() - interval '12 months' and not exists (select from counselling_episode e
          where e.client_id = k.client_id and (e.ended_at is null or e.ended_at > now() - interval '12 months'))))
  order by k.id limit 200 for update of k skip locked`;

/** What somebody kept for themself ends with them: rows and key. No line of it stands in the log, as none stood there before. */
@Injectable()
export class ForgetPrivateNotesJob implements Job {
  readonly name = 'forget-private-notes';
  readonly cron = '*/10 * * * *';

  constructor(private readonly sealer: Sealer) {}

  async run(work: JobWork): Promise<void> {
    for (const { id } of await work.rows<{ id: string }>(DUE)) {
      await work.rows('delete from private_note where key_id = $1', [id]);
      await work.rows('update private_note_key set destroyed_at = now() where id = $1', [id]);
      // Should the transaction be taken back, the next run forgets what can no longer be read.
      await this.sealer.destroyKeys(id);
    }
  }
}
