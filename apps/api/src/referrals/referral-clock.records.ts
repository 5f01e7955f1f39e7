import { Injectable } from '@nestjs/common';
import { move } from '@panah/domain/process/process';
import { referralProcess, type ReferralState } from '@panah/domain/referrals/referral.process';
import { CaseTransfers } from '../cases/case-transfer.records';
import { CaseRecords } from '../cases/case.records';
import { currentWork } from '../platform/database/current-work';
import { ProcessSteps } from '../platform/process-steps';
import { TaskRecords } from '../tasks/task.records';

interface Held extends Record<string, unknown> {
  id: string;
  clientId: string;
  officeId: string;
  caseId: string;
  state: ReferralState;
  kind: string;
}

/** SQL: nobody answered within the limit and a day of grace, or a question lay for a week. $1 is the moment. */
export const UNANSWERED = `((r.state in ('SENT','RECEIVED') and r.response_due + interval '24 hours' <= $1::timestamptz)
  or (r.state = 'INFO_REQUESTED' and r.asked_at + interval '7 days' <= $1::timestamptz))`;
/** SQL: its time to be read is over. $1 is the moment. */
export const OVER = `p.ended_at is null and p.expires_at <= $1::timestamptz`;

const HOLD = {
  name: 'referral-clock.hold',
  text: `select r.id, r.client_id as "clientId", r.office_id as "officeId", r.case_id as "caseId", r.state, r.kind from referral r where ${UNANSWERED} and r.id = $2 for update`,
};
const EXPIRE = {
  name: 'referral-clock.expire',
  text: `update referral set state = $2, ended_at = now(), end_reason = 'NO_ANSWER', version = version + 1 where id = $1`,
};
const END = {
  name: 'referral-clock.end-package',
  text: `update referral_package p set ended_at = now(), end_reason = 'EXPIRED', kem = null, ciphertext = null where ${OVER} and p.id = $2`,
};

/** What the clock does to referrals. The transaction acts for the office that sent them; whoever was faster is left alone. */
@Injectable()
export class ReferralClock {
  constructor(
    private readonly history: ProcessSteps,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
    private readonly transfers: CaseTransfers,
  ) {}

  /** Its packages end with it, and a coordinator decides what happens. */
  async expire(id: string, now: string): Promise<boolean> {
    const row = await currentWork().row<Held>(HOLD, [now, id]);
    if (!row) return false;
    const { clientId, officeId, caseId, state, kind } = row;
    const to = move(referralProcess, state, 'expire');
    await currentWork().change(EXPIRE, [id, to]);
    await this.history.record({ type: 'referral', id, action: 'expire', from: state, to, officeId, clientId, reason: 'CLOCK' });
    if (kind === 'TRANSFER') await this.transfers.comesBack(caseId, 'transfer_declined', 'NO_ANSWER');
    for (const task of ['REFERRAL_UNOPENED', 'REFERRAL_QUESTION'] as const) await this.tasks.settle(task, id);
    const dueOn = await this.cases.todayOn(caseId);
    await this.tasks.raise({ kind: 'REFERRAL_UNANSWERED', caseId, clientId, dueOn, recordId: id });
    return true;
  }

  async endPackage(id: string, now: string): Promise<boolean> {
    return (await currentWork().change(END, [now, id])) > 0;
  }
}
