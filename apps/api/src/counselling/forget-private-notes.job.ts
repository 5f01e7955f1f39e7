import { Injectable } from '@nestjs/common';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { Sealer } from '../platform/sealing/sealer';

const consent = (holds: string): string =>
  `exists (select from (select v.state, v.expires_at from consent_event v where v.consent_id = h.consent_id order by v.seq desc limit 1) s where ${holds})`;
/** Of authors who no longer work here, what the client agreed in writing to leave to a colleague who still counsels here (R-CN-07). */
const HAND_ON = `update private_note_handing_on h set done_at = now()
  from staff_member author, staff_member successor, private_note_key k
  where num_nonnulls(h.taken_back_at, h.done_at) = 0 and k.id = h.key_id and k.destroyed_at is null and k.holder_id = h.from_id
    and author.id = h.from_id and author.state = 'ENDED' and successor.id = h.to_id and successor.state = 'ACTIVE'
    and exists (select from staff_role r where r.staff_id = h.to_id and r.role = 'COUNSELLOR' and r.confirmed_at is not null and r.ended_at is null)
    and ${consent(`s.state = 'ACTIVE' and s.expires_at > now()`)}
  returning h.org_id as "orgId", h.office_id as "officeId", h.episode_id as "episodeId", h.key_id as "keyId", h.to_id as "toId"`;
/**
 * Holders who no longer work here (R-CN-07), clients who took back that somebody else has the notes, and clients whose last episode with the author
 * ended twelve months ago (R-RT-01).
 */
const DUE = `select k.id from private_note_key k join staff_member s on s.id = k.holder_id
  where k.destroyed_at is null and (s.state = 'ENDED'
    or exists (select from private_note_handing_on h where h.key_id = k.id and h.to_id = k.holder_id and h.done_at is not null and ${consent(`s.state = 'WITHDRAWN'`)})
    or (k.made_at < now() - interval '12 months' and not exists (select from counselling_episode e
          where e.client_id = k.client_id and (e.ended_at is null or e.ended_at > now() - interval '12 months'))))
  order by k.id limit 200 for update of k skip locked`;

interface HandedOn {
  orgId: string;
  officeId: string;
  episodeId: string;
  keyId: string;
  toId: string;
}

/**
 * What somebody kept for themself ends with them: rows and key. No line of it stands in the log, as none stood there before. Where it is handed on
 * instead, the key changes hands and nothing is opened; the log says that it did, as it said that it would.
 */
@Injectable()
export class ForgetPrivateNotesJob implements Job {
  readonly name = 'forget-private-notes';
  readonly cron = '*/10 * * * *';

  constructor(private readonly sealer: Sealer) {}

  async run(work: JobWork): Promise<void> {
    for (const { keyId, toId, episodeId, orgId, officeId } of await work.rows<HandedOn>(HAND_ON)) {
      // what was written for supervision is the author's and the supervisor's alone
      await work.rows(`delete from private_note where key_id = $1 and type = 'SUPERVISION'`, [keyId]);
      await work.rows('update private_note_key set holder_id = $2 where id = $1', [keyId, toId]);
      const about = { subjectType: 'counselling', subjectId: episodeId };
      await work.record({ word: 'private-note:hand_on', orgId, officeId, ...about, reason: 'AUTHOR_LEFT' });
    }
    for (const { id } of await work.rows<{ id: string }>(DUE)) {
      await work.rows('delete from private_note where key_id = $1', [id]);
      await work.rows('update private_note_key set destroyed_at = now() where id = $1', [id]);
      // Should the transaction be taken back, the next run forgets what can no longer be read.
      await this.sealer.destroyKeys(id);
    }
  }
}
