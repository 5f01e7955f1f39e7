import { Injectable } from '@nestjs/common';
import { assertGuardianSaid } from '@panah/domain/referrals/item.rules';
import { type Grant, Grants } from '../consents/grants.records';
import { Speakers } from '../consents/speakers.records';
import type { Referral, Told } from './referral.entity';

/** Leave to tell a partner what was chosen, on the consent that is at hand. */
@Injectable()
export class ReferralGrants {
  constructor(
    private readonly grants: Grants,
    private readonly speakers: Speakers,
  ) {}

  /** @throws RuleBroken `consent-missing`; `guardian-unsaid` where somebody else gave the consent, and it would not be told who (model 2.14, 2.15) */
  async grantFor({ clientId, purpose, partnerId }: Pick<Referral, 'clientId' | 'purpose' | 'partnerId'>, told: Told): Promise<Grant> {
    const grant = await this.grants.forRecipient({ clientId, purpose, recipient: partnerId, scope: told.items });
    const { consentId } = grant.restsOn;
    const isSpokenFor = consentId !== null && (await this.speakers.spokenFor([consentId])).has(consentId);
    assertGuardianSaid(told.items, told.words.guardian ?? null, isSpokenFor);
    return grant;
  }
}
