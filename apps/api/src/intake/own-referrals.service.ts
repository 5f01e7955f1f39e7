import { Injectable } from '@nestjs/common';
import type { OfficeChoicesView, OwnReferralInput, OwnReferralView } from '@panah/contracts/own-referral.contract';
import { notFound } from '../platform/errors/problem';
import { EnquiriesService } from './enquiries.service';
import { OwnReferralRecords } from './own-referral.records';

/** R-RE-09: a partner's own referral begins as an enquiry of the office that it names, by the same rules as any. */
@Injectable()
export class OwnReferralsService {
  constructor(
    private readonly referrals: OwnReferralRecords,
    private readonly enquiries: EnquiriesService,
  ) {}

  async offices(): Promise<OfficeChoicesView> {
    return { items: await this.referrals.offices() };
  }

  async refer({ officeId, agreed: _, ...input }: OwnReferralInput): Promise<OwnReferralView> {
    if (!(await this.referrals.tell(officeId))) throw notFound();
    const contactSafety = input.contactValue ? 'UNVERIFIED' : null;
    return this.read(await this.enquiries.take(officeId, { ...input, contactSafety, source: 'PARTNER' }));
  }

  read(id: string): OwnReferralView {
    return { id, reference: id.slice(-6) };
  }
}
