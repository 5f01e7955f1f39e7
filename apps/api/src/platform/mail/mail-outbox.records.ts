import { Injectable } from '@nestjs/common';
import { isMailAddress } from '@panah/domain/mail/mail.rules';
import { currentActor } from '../access/current-reach';
import { currentWork } from '../database/current-work';
import type { UnitOfWork } from '../database/unit-of-work';
import { newId } from '../new-id';
import { Sealer } from '../sealing/sealer';
import { type StaffSecrets, staffPlace } from '../session/credentials';

/** A mail that is due, and who shall have it; `address` is null for somebody who signs in by a name. */
export interface DueMail {
  id: string;
  attempts: number;
  language: string;
  address: string | null;
}

export type MailOutcome = 'SENT' | 'NO_ADDRESS' | 'REFUSED' | 'GIVEN_UP';

export interface WaitingMails extends Record<string, unknown> {
  waiting: number;
  oldestAt: Date | null;
}

interface DueRow extends Record<string, unknown> {
  id: string;
  staffId: string;
  attempts: number;
  language: string;
  sealed: Buffer;
  sealVersion: number;
}

const READERS = {
  name: 'mail-outbox.readers',
  text: `select s.id from staff_member s where s.org_id = $1 and s.partner_id = $2 and s.state = 'ACTIVE'
    and exists (select from staff_role r where r.staff_id = s.id and r.confirmed_at is not null and r.ended_at is null) order by s.id`,
};
const WRITE = {
  name: 'mail-outbox.write',
  text: 'insert into mail_outbox (id, org_id, to_staff) values ($1, $2, $3) on conflict (to_staff) where ended_at is null do nothing',
};
const HOLD = {
  name: 'mail-outbox.hold',
  text: `select m.id, m.to_staff as "staffId", m.attempts, s.language, s.sealed, s.seal_version as "sealVersion"
           from mail_outbox m join staff_member s on s.id = m.to_staff
          where m.id = $1 and m.ended_at is null and m.next_at <= now() for update of m skip locked`,
};
const END = {
  name: 'mail-outbox.end',
  text: 'update mail_outbox set attempts = $2, ended_at = now(), outcome = $3, last_error = $4 where id = $1',
};
const PUT_OFF = {
  name: 'mail-outbox.put-off',
  text: 'update mail_outbox set attempts = $2, next_at = $3, last_error = $4 where id = $1',
};
const WAITING = {
  name: 'mail-outbox.waiting',
  text: 'select count(*)::int as waiting, min(written_at) as "oldestAt" from mail_outbox where org_id = $1 and ended_at is null',
};

/** The door to mails that are to be sent. Whoever has a reason writes one in their own transaction; a job sends it afterwards. */
@Injectable()
export class MailOutbox {
  constructor(private readonly sealer: Sealer) {}

  /** Tells everybody who signs in for a partner that something waits. What it is, is not said, nor how much; and not to whoever is there already. */
  async tellPartner(partnerId: string): Promise<void> {
    const { orgId, partnerId: asks } = currentActor();
    if (asks) return;
    const readers = await currentWork().rows<{ id: string }>(READERS, [orgId, partnerId]);
    // with the commit: two acts for one partner at once wait for each other no longer than that
    for (const { id } of readers) currentWork().changeAtCommit(WRITE, [newId(), orgId, id]);
  }

  /** How many wait in the organisation of the one who is asking. */
  async waiting(): Promise<WaitingMails> {
    return (await currentWork().row<WaitingMails>(WAITING, [currentActor().orgId])) ?? { waiting: 0, oldestAt: null };
  }

  /** Held until the transaction ends; null when another process is at it, or it is no longer due. */
  async hold(work: UnitOfWork, id: string): Promise<DueMail | null> {
    const row = await work.row<DueRow>(HOLD, [id]);
    if (!row) return null;
    const { login } = await this.sealer.open<StaffSecrets>(staffPlace(row.staffId, row.sealVersion), row.sealed);
    return { id, attempts: row.attempts, language: row.language, address: isMailAddress(login) ? login : null };
  }

  async end(work: UnitOfWork, { id, attempts }: DueMail, outcome: MailOutcome, code: string | null): Promise<void> {
    await work.change(END, [id, attempts + 1, outcome, code]);
  }

  async putOff(work: UnitOfWork, { id, attempts }: DueMail, until: number, code: string): Promise<void> {
    await work.change(PUT_OFF, [id, attempts + 1, new Date(until), code]);
  }
}
