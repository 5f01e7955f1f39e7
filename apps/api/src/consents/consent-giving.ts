import { Injectable } from '@nestjs/common';
import type { ConsentGiving } from '@panah/contracts/consents.contract';
import { assertDaysOfConsent, assertGivenWhole, endOf, replaces, standingOf } from '@panah/domain/consents/consent.rules';
import {
  assertNotTakenBack,
  BORDER_PARENTS,
  borderEnd,
  momentsOf,
  nameTheSame,
  takesPlaceOf,
} from '@panah/domain/consents/consent-time.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { DocumentRecords } from '../documents/document.records';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { type AskedSecrets, type ConsentRow, givingOf } from './consent.entity';
import { ConsentRecords } from './consent.records';

/** A yes: what it needs, where it leaves the consent, and which older one it follows. */
@Injectable()
export class ConsentGivings {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly documents: DocumentRecords,
    private readonly staff: StaffRecords,
  ) {}

  /** R-CO-05: heard with others there, or in doubt, it is given and suspended in the same act. */
  async give(row: ConsentRow, asked: AskedSecrets, giving: ConsentGiving): Promise<ConsentRow> {
    const given = givingOf(giving, asked.interpreter?.kind ?? null);
    assertGivenWhole(given);
    const { timeZone } = await this.staff.officeOf(row.officeId);
    const today = dayAt(new Date().toISOString(), timeZone);
    const days = { givenOn: giving.givenOn ?? today, expiresOn: giving.expiresOn ?? null, today };
    assertDaysOfConsent(row.purpose, days);
    const { givenAt, said: endsOn } = momentsOf(days, timeZone, new Date());
    if (days.givenOn !== today) assertNotTakenBack(row.purpose, givenAt, await this.takenBack(row));
    const expiresAt = endOf(row.purpose, givenAt, endsOn, await this.parentEnd(row));
    const { interpreter: _, document: documentId, ...said } = given;
    const secrets = { ...said, interpreter: asked.interpreter };
    if (documentId) await this.assertOfSubject(documentId, row.clientId);
    const now = await this.consents.step(row, { action: 'give', givenAt, expiresAt, documentId, secrets });
    if (standingOf(given) === 'SUSPENDED') return this.consents.step(now, { action: 'suspend', secrets: { doubt: doubtIn(given) } });
    return this.followOn(now);
  }

  /** The newest word of somebody is the one that counts: older ones are superseded, and this one is where it was said before another. */
  private async followOn(given: ConsentRow): Promise<ConsentRow> {
    if (given.state !== 'ACTIVE') return given; // over by the time it was written down
    const others = await this.othersThanStand(given);
    for (const older of others)
      if (takesPlaceOf(given, older)) await this.consents.step(older, { action: 'supersede', successorId: given.id });
    const later = others.find((other) => !takesPlaceOf(given, other) && takesPlaceOf(other, given));
    return later ? this.consents.step(given, { action: 'supersede', successorId: later.id }) : given;
  }

  /** What somebody said again is said now, whenever they said it first: it takes the place of all that say the same. */
  async saidAgain(confirmed: ConsentRow): Promise<void> {
    if (confirmed.state !== 'ACTIVE') return;
    for (const other of await this.othersThanStand(confirmed))
      if (replaces(confirmed, other)) await this.consents.step(other, { action: 'supersede', successorId: confirmed.id });
  }

  private async othersThanStand({ id: own, clientId, purpose }: ConsentRow): Promise<ConsentRow[]> {
    const held = await this.consents.holdAllOf(clientId, [purpose]);
    return held.filter(({ id, state }) => id !== own && state === 'ACTIVE');
  }

  private async takenBack(row: ConsentRow): Promise<{ at: Date; how: string | null }[]> {
    const gone = (await this.consents.holdAllOf(row.clientId, [row.purpose])).filter(
      (each) => each.state === 'WITHDRAWN' && nameTheSame(each, row),
    );
    const steps = await this.consents.steps(gone.map(({ id }) => id));
    return steps.filter(({ action }) => action === 'withdraw').map(({ at, secrets }) => ({ at, how: secrets.how ?? null }));
  }

  /** A document that is out of reach, or of somebody else, reads like one that never was. */
  private async assertOfSubject(documentId: string, clientId: string): Promise<void> {
    const [document] = await this.documents.known([documentId]);
    if (document?.row.clientId !== clientId || document.row.shelf === 'PRIVILEGED') throw invalid({ documentId: ['not-in-file'] });
  }

  private async parentEnd({ purpose, clientId, recipients }: ConsentRow): Promise<Date | null> {
    if (purpose !== 'C20_CROSS_BORDER') return null;
    const parents = (await this.consents.holdAllOf(clientId, BORDER_PARENTS)).filter(({ state }) => state === 'ACTIVE');
    const end = borderEnd(recipients, parents);
    if (end === null) throw new RuleBroken('consent-incomplete', {}, { purpose: ['parentMissing'] });
    return end;
  }
}

/** Who could decide, and was not free to: the other doubt. */
export const doubtIn = ({ capacity }: { capacity?: string | null }): 'CAPACITY' | 'DURESS' => (capacity === 'YES' ? 'DURESS' : 'CAPACITY');
