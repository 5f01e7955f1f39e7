import { Injectable } from '@nestjs/common';
import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { StandingConsent } from '@panah/domain/consents/consent.rules';
import { assertNameMayGo, nameScope } from '@panah/domain/referrals/name.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { NameFactsRecords } from './name-facts.records';
import { assertSame, previewOf } from './package-preview';
import { ReferralPackages } from './referral-packages';
import type { OpenReferral } from './referral.entity';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/**
 * The name once more after a partner accepted, to the key that it has now and on the consent that holds now: when its key was lost, or the name could
 * not go with the acceptance (walls.md 3.3). Shown byte for byte, and sent as it was shown.
 */
@Injectable()
export class NamesService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly facts: NameFactsRecords,
    private readonly packages: ReferralPackages,
  ) {}

  /** What would be sent now. Nothing of it is kept. */
  async preview(id: string): Promise<ReferralPreviewView> {
    const referral = await this.referrals.get(id, 'referral:supplement');
    const file = await this.service.opened(referral, 'referral:supplement');
    const consent = await this.assertMayGo(referral, file, await this.packages.consentFor(referral.row));
    return previewOf(id, nameScope(consent.scope), await this.packages.composeName(referral, consent));
  }

  /** Of two who send at once the second finds it sent: what decides is looked at again once the referral is held. */
  async send(id: string, hash: string): Promise<ReferralView> {
    const before = await this.referrals.get(id, 'referral:supplement');
    const file = await this.service.opened(before, 'referral:supplement');
    const consent = await this.assertMayGo(before, file, await this.packages.consentFor(before.row));
    const grant = await this.packages.leaveToName(before.row, consent);
    const held = await this.referrals.hold(id, 'referral:supplement');
    await this.assertMayGo(held, file, consent);
    const composed = await this.packages.composeName(held, consent);
    assertSame(composed, hash);
    await this.packages.seal(grant, held.row, composed, currentActor().staffId);
    await this.referrals.leaveStep(held, 'identity');
    return this.service.read(id);
  }

  private async assertMayGo(referral: OpenReferral, file: ReachedCase, consent: StandingConsent | null): Promise<StandingConsent> {
    assertNameMayGo(await this.facts.of(referral, file, consent));
    if (!consent) throw new RuleBroken('consent-missing');
    return consent;
  }
}
