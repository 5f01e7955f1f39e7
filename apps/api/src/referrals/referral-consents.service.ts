import { Injectable } from '@nestjs/common';
import type { ReferralApprovalInput, ReferralConsentInput } from '@panah/contracts/referrals.contract';
import type { ReferralItemView, ReferralView } from '@panah/contracts/referral-views.contract';
import { inOrder } from '@panah/domain/referrals/item.rules';
import { ReferralApproving } from './referral-approving';
import { ReferralChoosing } from './referral-choosing';
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
    private readonly choosing: ReferralChoosing,
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

  /** What a coordinator would agree to, as it would go out now. */
  async showItem(id: string, item: string): Promise<ReferralItemView> {
    const referral = await this.referrals.get(id, 'referral:approve-item');
    const file = await this.service.opened(referral, 'referral:approve-item');
    const shown = await this.approving.shown(referral, item, file);
    await this.choosing.countReveal({ items: inOrder([item]) });
    return shown;
  }

  async approve(id: string, input: ReferralApprovalInput): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:approve-item');
    await this.approving.approve(held, input, await this.service.opened(held, 'referral:approve-item'));
    return this.service.read(id);
  }
}
