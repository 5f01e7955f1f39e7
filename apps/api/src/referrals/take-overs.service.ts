import { Injectable } from '@nestjs/common';
import type { InboxReferralView } from '@panah/contracts/inbox.contract';
import { assertTakeOver } from '@panah/domain/referrals/handover.rules';
import { assertInboxAction } from '@panah/domain/referrals/inbox.rules';
import { CaseTransfers } from '../cases/case-transfer.records';
import { type Grant, Grants } from '../consents/grants.records';
import { HandoverRecords } from './handover.records';
import { InboxSteps } from './inbox-steps';
import { InboxRecords } from './inbox.records';
import { InboxService } from './inbox.service';
import { ReferralRecords } from './referral.records';

/** A partner takes a case over (R-RE-07). */
@Injectable()
export class TakeOversService {
  constructor(
    private readonly inbox: InboxRecords,
    private readonly steps: InboxSteps,
    private readonly reading: InboxService,
    private readonly referrals: ReferralRecords,
    private readonly grants: Grants,
    private readonly handovers: HandoverRecords,
    private readonly cases: CaseTransfers,
  ) {}

  /**
   * The case becomes the partner's, all at once or not at all. The consent is asked for now and shared before anything is held: a withdrawal
   * waits for us, or we see it; whoever took their word back keeps their case here.
   */
  async takeOver(id: string): Promise<InboxReferralView> {
    assertInboxAction(await this.inbox.act(id), 'take-over');
    const grant = await this.grantFor(id);
    const row = await this.inbox.holdActing(id);
    const { focalWorker } = await this.reading.read(id);
    assertTakeOver({ ...row, focalWorker });
    await this.steps.takeOver(row, row.metOn ?? '');
    await this.cases.close(row.caseId, await this.handovers.takeOver(id, grant));
    return this.reading.read(id);
  }

  /** On all that was told first. @throws RuleBroken `consent-missing` */
  private async grantFor(id: string): Promise<Grant> {
    const { row, secrets } = await this.referrals.known(id);
    const { clientId, purpose, partnerId: recipient } = row;
    return this.grants.forRecipient({ clientId, purpose, recipient, scope: secrets.items });
  }
}
