import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { type ConsentEnd, StopsWithConsent } from '../consents/stops-with-consent.records';
import { Grants } from '../consents/grants.records';
import { RecallsService } from './recalls.service';
import { ReferralPackageRecords } from './referral-package.records';
import type { OpenReferral } from './referral.entity';
import { ReferralRecords } from './referral.records';

/** R-CO-03: what rests on a consent stops in the transaction in which it ends, wherever it stands. */
@Injectable()
export class StopsOfConsent implements OnModuleInit {
  constructor(
    private readonly stops: StopsWithConsent,
    private readonly referrals: ReferralRecords,
    private readonly packages: ReferralPackageRecords,
    private readonly recalls: RecallsService,
    private readonly grants: Grants,
  ) {}

  onModuleInit(): void {
    this.stops.onWithdrawal(['C02_REFERRAL', 'C03_TRANSFER'], (end) => this.ended(end));
  }

  private async ended({ consentId, clientId, purpose, recipients, to }: ConsentEnd): Promise<void> {
    for (const id of await this.referrals.restingOn(consentId, clientId, purpose, recipients)) {
      const held = await this.referrals.holdKnown(id);
      // what was handed over is the partner's own: decision 0017
      if (held.row.takenOverAt) continue;
      if (!(to === 'SUPERSEDED' && (await this.goesOn(held)))) await this.recalls.stop([held.row], 'CONSENT_GONE');
    }
  }

  /** A newer yes carries what an older one carried, where it covers all of it. */
  private async goesOn(held: OpenReferral): Promise<boolean> {
    const { id, clientId, purpose, partnerId, state } = held.row;
    if (state === 'AWAITING_CONSENT') return true;
    const scope = await this.toldBy(held);
    try {
      const { consentId } = (await this.grants.forRecipient({ clientId, purpose, recipient: partnerId, scope })).restsOn;
      if (consentId === null) return false;
      await this.referrals.restOn(held, consentId);
      await this.packages.restOn(id, consentId);
      return true;
    } catch (error) {
      if (error instanceof RuleBroken) return false;
      throw error;
    }
  }

  private async toldBy({ row: { id, sentAt }, secrets }: OpenReferral): Promise<string[]> {
    if (!sentAt) return secrets.items;
    const open = (await this.packages.of(id)).filter(({ endedAt }) => endedAt === null);
    // what has run out is told no more; the referral goes on where anything of it may still be told
    return open.length ? [...new Set(open.flatMap(({ scope }) => scope))] : secrets.items.slice(0, 1);
  }
}
