import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';

/** A consent that no longer holds: withdrawn, run out, suspended, or followed by another. */
export interface ConsentEnd {
  consentId: string;
  clientId: string;
  officeId: string;
  purpose: ConsentPurpose;
  recipients: readonly string[];
  /** WITHDRAWN, EXPIRED, SUSPENDED or SUPERSEDED. */
  to: string;
}

type Stop = (end: ConsentEnd) => Promise<void>;

/**
 * What stops when a consent no longer holds (R-CO-03). A capability says while the app is made what of its own rests on which purposes;
 * it is told in the transaction of the withdrawal, so that both are kept or neither. Whoever heard the withdrawal need not be on the team, and the
 * clock is nobody: the transaction acts for the client's office, and a stop finds its rows by `consentId`, without asking how far a word of the actor reaches.
 */
@Injectable()
export class StopsWithConsent {
  private readonly stops: { purposes: readonly ConsentPurpose[] | 'ALL'; stop: Stop }[] = [];

  /** @param purposes the purposes on which something rests, or `ALL` */
  onWithdrawal(purposes: readonly ConsentPurpose[] | 'ALL', stop: Stop): void {
    this.stops.push({ purposes, stop });
  }

  /** Tells everyone whom it concerns, one after the other. Throws what the first of them throws: then nothing has happened. */
  async tell(end: ConsentEnd): Promise<void> {
    for (const { purposes, stop } of this.stops) if (purposes === 'ALL' || purposes.includes(end.purpose)) await stop(end);
  }
}
