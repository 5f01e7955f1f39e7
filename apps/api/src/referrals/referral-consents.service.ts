import { Injectable } from '@nestjs/common';
import type { ReferralConsentInput } from '@panah/contracts/referrals.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { ReferralApproving } from './referral-approving';
import { ReferralReadying } from './referral-readying';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/** What others say before a referral is sent: the person, and a coordinator. */
@Injectable()
export class ReferralConsentsService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly readying: ReferralReadying,
    private readonly approving: ReferralApproving,
  ) {}

  async request(id: string): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:request_consent');
    await this.service.opened(held, 'referral:request_consent');
    await this.readying.ask(held);
    return this.service.read(id);
  }

  /** On a consent that is given here, or on the one that holds. */
  async ready(id: string, consent: ReferralConsentInput | null): Promise<ReferralView> {
    const file = await this.service.opened(await this.referrals.get(id, 'referral:ready'), 'referral:ready');
    if (consent) await this.readying.onNewWord(id, file, consent);
    else await this.readying.onWord(id);
    return this.service.read(id);
  }

  async refuse(id: string): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:consent_refused');
    await this.service.opened(held, 'referral:consent_refused');
    await this.referrals.move(held, { event: 'consent_refused', change: { endedAt: new Date(), endReason: 'CONSENT_REFUSED' } });
    await this.readying.settle(id);
    return this.service.read(id);
  }

  async approve(id: string, item: string): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:approve-item');
    await this.approving.approve(held, item);
    return this.service.read(id);
  }
}
