import { Injectable } from '@nestjs/common';
import { ConsentRecords } from './consent.records';

/** A withdrawal that the person told whoever received something on the consent. It counts from that moment, and all that rests on it stops. */
@Injectable()
export class ToldWithdrawals {
  constructor(private readonly consents: ConsentRecords) {}

  /** Of these consents those that still stand. The transaction acts for the client's office; the caller holds nothing that rests on them yet. */
  async withdraw(clientId: string, consentIds: readonly string[]): Promise<void> {
    const held = await this.consents.holdAllOf(clientId, null);
    const told = held.filter(({ id }) => consentIds.includes(id));
    await this.consents.withdrawAll(told, 'HEARD_BY_PARTNER');
  }
}
