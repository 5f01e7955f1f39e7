import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BORDER_PARENTS, borderEnd } from '@panah/domain/consents/consent-time.rules';
import { ConsentRecords } from './consent.records';
import { type ConsentEnd, StopsWithConsent } from './stops-with-consent.records';

/** R-CO-03: a yes to tell somebody in another country (C20) ends, or is in doubt, with the one that it goes with. */
@Injectable()
export class BorderConsents implements OnModuleInit {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly stops: StopsWithConsent,
  ) {}

  onModuleInit(): void {
    this.stops.onWithdrawal(BORDER_PARENTS, (end) => this.endWith(end));
  }

  /** Held first, looked at after: of two that end at once the second sees the first. */
  private async endWith({ clientId, recipients, to }: ConsentEnd): Promise<void> {
    const held = await this.consents.holdAllOf(clientId, ['C20_CROSS_BORDER']);
    const touched = held.filter(({ state, recipients: named }) => state === 'ACTIVE' && named.some((each) => recipients.includes(each)));
    if (touched.length === 0) return;
    const parents = (await this.consents.standing(clientId, BORDER_PARENTS)).filter(({ state }) => state === 'ACTIVE');
    for (const border of touched)
      if (borderEnd(border.recipients, parents) === null)
        await this.consents.step(border, { action: to === 'SUSPENDED' ? 'suspend' : 'expire' });
  }
}
