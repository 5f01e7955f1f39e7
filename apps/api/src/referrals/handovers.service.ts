import { Injectable } from '@nestjs/common';
import type { HandedOverListView, HandedOverView, HandoverMeetingInput, UnlockedView } from '@panah/contracts/handovers.contract';
import type { ListQuery } from '@panah/contracts/list.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { assertMeeting } from '@panah/domain/referrals/handover.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { CaseRecords } from '../cases/case.records';
import { CaseTransfers } from '../cases/case-transfer.records';
import { MailOutbox } from '../platform/mail/mail-outbox.records';
import { StaffRecords } from '../staff/staff.records';
import { HandoverRecords } from './handover.records';
import { handedOverListView, handedOverView } from './handover.view';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/** A case is handed over to a partner (R-RE-07): both sides meet, the partner takes it over, and a summary stays here until somebody must look again. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly handovers: HandoverRecords,
    private readonly cases: CaseRecords,
    private readonly transfers: CaseTransfers,
    private readonly staff: StaffRecords,
    private readonly outbox: MailOutbox,
  ) {}

  /** From here on the partner may take the case over. */
  async meet(id: string, input: HandoverMeetingInput): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:record-meeting');
    await this.service.opened(held, 'referral:record-meeting');
    const { decidedAt, officeId, partnerId } = held.row;
    const { timeZone } = await this.staff.officeOf(officeId);
    const [acceptedOn, today] = [decidedAt ?? new Date(), new Date()].map((at) => dayAt(at.toISOString(), timeZone));
    assertMeeting(held.row, { on: input.on, acceptedOn, today });
    await this.handovers.meet(held, { on: input.on, present: input.present.trim() });
    await this.referrals.leaveStep(held, 'meet');
    await this.outbox.tellPartner(partnerId);
    return this.service.read(id);
  }

  async list(query: ListQuery): Promise<HandedOverListView> {
    return handedOverListView(await this.handovers.list(query));
  }

  async summary(caseId: string): Promise<HandedOverView> {
    const found = await this.handovers.locked(caseId, 'handover:read');
    const names = await this.staff.names(found.steps.map(({ byId }) => byId));
    const { timeZone } = await this.staff.officeOf(found.officeId);
    return handedOverView(found, names, timeZone);
  }

  /** A coordinator answers for it with a reason that stands in the file. */
  async unlock(caseId: string, reason: string): Promise<UnlockedView> {
    await this.handovers.unlock(caseId);
    await this.transfers.unlocked(caseId, reason);
    return this.unlocked(caseId);
  }

  async unlocked(caseId: string): Promise<UnlockedView> {
    return { id: (await this.cases.reachable(caseId, 'case:read')).id };
  }
}
