import { Injectable } from '@nestjs/common';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { assertNotHandedOver } from '@panah/domain/referrals/handover.rules';
import { endOnWithdrawal } from '@panah/domain/referrals/referral.rules';
import type { ReferralEndReason } from '@panah/domain/vocabulary/referrals';
import { CaseTransfers } from '../cases/case-transfer.records';
import { MailOutbox } from '../platform/mail/mail-outbox.records';
import type { Referral } from './referral.entity';
import { ReferralReadying } from './referral-readying';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/** What takes a referral back. Its packages go in the same statement, in the database itself. */
@Injectable()
export class RecallsService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly readying: ReferralReadying,
    private readonly outbox: MailOutbox,
    private readonly cases: CaseTransfers,
  ) {}

  /** We do, for a reason that stays with us. */
  async recall(id: string, event: 'revoke' | 'discontinue', reason: string): Promise<ReferralView> {
    const held = await this.referrals.hold(id, `referral:${event}`);
    await this.service.opened(held, `referral:${event}`);
    assertNotHandedOver(held.row, event);
    await this.referrals.move(held, { event, note: reason, change: { endedAt: new Date(), endReason: 'RECALLED' } });
    await this.comesBack(held.row, 'RECALLED');
    await this.outbox.tellPartner(held.row.partnerId);
    await this.readying.settle(id);
    return this.service.read(id);
  }

  /**
   * What they rest on is gone: they end where they stand (R-CO-03). One that is over already, or never rested on anything, stays as it is. The caller
   * holds them.
   */
  async stop(held: readonly Referral[], endReason: ReferralEndReason): Promise<void> {
    const ending = held.flatMap((row) => {
      const event = endOnWithdrawal(row.state);
      return event ? [{ row, event }] : [];
    });
    if (ending.length === 0) return;
    await this.referrals.end(ending, endReason);
    for (const { row } of ending) await this.comesBack(row, endReason);
    await this.readying.settle(...ending.map(({ row }) => row.id));
    // whose work with us has ended does not come in to read it
    if (endReason === 'PARTNER_SUSPENDED') return;
    for (const { row } of ending) if (row.sentAt) await this.outbox.tellPartner(row.partnerId);
  }

  /** A case that was offered is worked on here again. */
  private async comesBack({ kind, sentAt, takenOverAt, caseId }: Referral, why: ReferralEndReason): Promise<void> {
    if (kind === 'TRANSFER' && sentAt && !takenOverAt) await this.cases.comesBack(caseId, 'transfer_revoked', why);
  }
}
