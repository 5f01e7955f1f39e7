import { Injectable } from '@nestjs/common';
import { nextTry } from '@panah/domain/mail/mail.rules';
import { UnitsOfWork } from '../database/units-of-work';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Job, JobWork } from '../jobs/jobs';
import { type MailOutcome, MailOutbox } from './mail-outbox.records';
import { MailPost } from './mail-post';

interface Due {
  id: string;
  orgId: string;
}

const DUE = `select id, org_id as "orgId" from mail_outbox where ended_at is null and next_at <= now() order by next_at limit 200`;

/**
 * Sends what waits in the outbox, each mail in a transaction that holds its row: two servers never send the same one. Whose server dies
 * between handing it over and writing that down sends it once more, under the same message id.
 */
@Injectable()
export class SendMailsJob implements Job {
  readonly name = 'send-mails';
  readonly cron = '* * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly outbox: MailOutbox,
    private readonly post: MailPost,
  ) {}

  async run(work: JobWork): Promise<void> {
    if (!this.post.isSet) return;
    for (const { id, orgId } of await work.rows<Due>(DUE)) {
      const became = await this.units.runAs({ orgId }, (sending) => this.send(sending, id));
      if (became === 'PUT_OFF') return; // the server does not answer: what waits behind this one would wait for the same
      if (became && became !== 'PUT_OFF_ALONE')
        await work.record({ word: 'mail:send', orgId, officeId: null, subjectType: 'mail', subjectId: id, reason: became });
    }
  }

  /** Null when there was nothing to do. */
  private async send(work: UnitOfWork, id: string): Promise<MailOutcome | 'PUT_OFF' | 'PUT_OFF_ALONE' | null> {
    const mail = await this.outbox.hold(work, id);
    if (!mail) return null;
    const posted = mail.address ? await this.post.send({ ...mail, to: mail.address }) : null;
    const code = posted && 'code' in posted ? posted.code : null;
    const result = posted?.result ?? 'NO_ADDRESS';
    const isPutOff = result === 'NOT_NOW' || result === 'NOT_THEM_NOW';
    const again = isPutOff ? nextTry(mail.attempts + 1, Date.now()) : null;
    if (again) {
      await this.outbox.putOff(work, mail, again, code ?? 'FAILED');
      return result === 'NOT_NOW' ? 'PUT_OFF' : 'PUT_OFF_ALONE';
    }
    const outcome = isPutOff ? 'GIVEN_UP' : result;
    await this.outbox.end(work, mail, outcome, code);
    return outcome;
  }
}
