import { Injectable } from '@nestjs/common';
import type { ReferralHandoverView } from '@panah/contracts/referral-views.contract';
import type { ReachedCase } from '../cases/case.records';
import { CaseTransfers } from '../cases/case-transfer.records';
import { StaffRecords } from '../staff/staff.records';
import { HandoverRecords } from './handover.records';
import { handoverView } from './handover.view';
import { isLent } from './referral-actions';
import type { OpenReferral } from './referral.entity';
import { ReferralMessages } from './referral-message.records';

/** How far the offer of a case has come, as the case team reads it. */
@Injectable()
export class HandoverProgress {
  constructor(
    private readonly handovers: HandoverRecords,
    private readonly transfers: CaseTransfers,
    private readonly messages: ReferralMessages,
    private readonly staff: StaffRecords,
  ) {}

  /** Null for a referral. */
  async of(file: ReachedCase, { row }: OpenReferral): Promise<ReferralHandoverView | null> {
    if (row.kind !== 'TRANSFER') return null;
    const met = await this.handovers.of(row.id);
    const messages = await this.messages.of(row);
    return handoverView(row, met, {
      names: await this.staff.names([met?.recordedBy ?? null]),
      holds: isLent(row.state) && !row.takenOverAt ? await this.transfers.runningOn(file) : [],
      focalWorker: messages.findLast(({ kind }) => kind === 'ACCEPTANCE')?.text ?? null,
    });
  }
}
