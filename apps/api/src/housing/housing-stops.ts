import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StopsWithConsent } from '../consents/stops-with-consent.records';
import { CaseRecords } from '../cases/case.records';
import { OfferRecords } from './offer.records';
import { PlacementEffects } from './placement-effects';
import { PlacementStepsService } from './placement-steps.service';

/** R-CO-03, model 3.13: what rests on C05 stops in the transaction in which the consent ends; who lives somewhere stays, and it is talked about. */
@Injectable()
export class HousingStops implements OnModuleInit {
  constructor(
    private readonly stops: StopsWithConsent,
    private readonly offers: OfferRecords,
    private readonly steps: PlacementStepsService,
    private readonly effects: PlacementEffects,
    private readonly cases: CaseRecords,
  ) {}

  onModuleInit(): void {
    this.stops.onWithdrawal(['C05_HOUSING'], async ({ consentId, to }) => {
      if (to !== 'SUPERSEDED') await this.stop(consentId);
    });
  }

  private async stop(consentId: string): Promise<void> {
    for (const id of await this.offers.restingOn(consentId)) await this.steps.expire(id, 'STOPPED');
    for (const stay of await this.offers.toldOn(consentId)) {
      const today = await this.cases.todayOn(stay.caseId);
      await this.effects.consentEnded(stay, today);
    }
  }
}
