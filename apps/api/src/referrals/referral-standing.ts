import { Injectable } from '@nestjs/common';
import type { StandingConsent } from '@panah/domain/consents/consent.rules';
import { nameGap } from '@panah/domain/referrals/name.rules';
import type { NameGap } from '@panah/domain/vocabulary/referrals';
import type { ReachedCase } from '../cases/case.records';
import { NameFactsRecords } from './name-facts.records';
import { ReferralPackages } from './referral-packages';
import type { OpenReferral } from './referral.entity';
import { servicesOpenOn } from './services-open';

/** On which word a referral stands now, and whether its reader can send the name once more. */
export interface Standing {
  consent: StandingConsent | null;
  /** Why not; null where they can, where nothing was sent yet, and for whoever sends nothing. */
  nameGap: NameGap | null;
  /** `identity`, where they can. */
  actions: string[];
}

/** What holds of a referral at this moment. */
@Injectable()
export class ReferralStanding {
  constructor(
    private readonly packages: ReferralPackages,
    private readonly nameFacts: NameFactsRecords,
  ) {}

  async of(referral: OpenReferral, file: ReachedCase): Promise<Standing> {
    const { sentAt, endedAt, service } = referral.row;
    const consent = endedAt === null ? await this.packages.consentFor(referral.row) : null;
    if (!sentAt || !servicesOpenOn(file, 'referral:supplement').includes(service)) return { consent, nameGap: null, actions: [] };
    const gap = nameGap(await this.nameFacts.of(referral, file, consent));
    return { consent, nameGap: gap, actions: gap === null ? ['identity'] : [] };
  }
}
