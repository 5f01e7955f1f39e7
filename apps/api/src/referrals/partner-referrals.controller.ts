import { Controller, Get, Param } from '@nestjs/common';
import type { PartnerReferralLineView } from '@panah/contracts/partner-referrals.contract';
import { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { PartnerReferralRecords, type ReferralAtPartner } from './partner-referrals.records';

/** What lies at a partner, and who was affected when the work with it stopped. */
@Controller('partners')
export class PartnerReferralsController {
  constructor(private readonly referrals: PartnerReferralRecords) {}

  @Get(':id/referrals')
  @Allow('partner:read-referrals')
  async list(@Param('id', Id) id: string): Promise<PartnerReferralsView> {
    const [{ packages, opened, people, referrals }, rows] = await Promise.all([this.referrals.lent(id), this.referrals.affected(id)]);
    return { id, lent: { packages, opened, people, referrals }, items: rows.map(lineOf), total: rows[0]?.total ?? 0 };
  }
}

function lineOf({ id, caseId, caseRef, service, state, ...row }: ReferralAtPartner): PartnerReferralLineView {
  return {
    id,
    caseId,
    caseRef,
    service,
    state,
    sentAt: row.sentAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    accessEndedAt: row.accessEndedAt?.toISOString() ?? null,
    deletionConfirmedAt: row.deletionConfirmedAt?.toISOString() ?? null,
  };
}
