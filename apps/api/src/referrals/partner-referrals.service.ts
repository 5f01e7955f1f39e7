import { Injectable } from '@nestjs/common';
import type { PartnerReferralsQuery, PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { type Affected, PartnerReferralRecords } from './partner-referrals.records';
import { partnerReferralsView } from './partner-referrals.view';

/** What was sent to a partner, as a coordinator reads it: asked in one round trip. */
@Injectable()
export class PartnerReferrals {
  constructor(private readonly records: PartnerReferralRecords) {}

  /** Throws `not-found` for a partner of somebody else. */
  async report(id: string, query: PartnerReferralsQuery): Promise<PartnerReferralsView> {
    const [lent, affected, page] = await Promise.all([this.records.lent(id), this.records.affected(id), this.records.list(id, query)]);
    return partnerReferralsView(id, { lent, affected, page });
  }

  /** As above. */
  async affected(id: string): Promise<Affected[]> {
    const [, affected] = await Promise.all([this.records.lent(id), this.records.affected(id)]);
    return affected;
  }
}
