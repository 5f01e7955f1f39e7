import { Injectable } from '@nestjs/common';
import type { ConsentGiving } from '@panah/contracts/consents.contract';
import { assertDaysOfConsent, assertGivenWhole, endOf, replaces, standingOf } from '@panah/domain/consents/consent.rules';
import { endOfDay, noonOf } from '@panah/domain/dates/zoned-time';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { DocumentRecords } from '../documents/document.records';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { type AskedSecrets, type ConsentRow, givingOf } from './consent.entity';
import { ConsentRecords } from './consent.records';

/** Purposes whose end C20 shares: what goes to a country goes there for one of these. */
const PARENTS = ['C02_REFERRAL', 'C03_TRANSFER', 'C04_LEGAL', 'C05_HOUSING', 'C06_HEALTH'] as const;

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
    const givenOn = giving.givenOn ?? today;
    assertDaysOfConsent(row.purpose, { givenOn, expiresOn: giving.expiresOn ?? null, today });
    const givenAt = givenOn === today ? new Date() : noonOf(givenOn, timeZone);
    const said = giving.expiresOn ? endOfDay(giving.expiresOn, timeZone) : null;
    const expiresAt = endOf(row.purpose, givenAt, said, await this.parentEnd(row));
    const { interpreter: _, document: documentId, ...secrets } = given;
    if (documentId) await this.assertOfSubject(documentId, row.clientId);
    const now = await this.consents.step(row, { action: 'give', givenAt, expiresAt, documentId, secrets });
    if (standingOf(given) === 'SUSPENDED') return this.consents.step(now, { action: 'suspend', secrets: { doubt: doubtIn(given) } });
    await this.followOn(now);
    return now;
  }

  /** The older ones whose place it takes are superseded: the newest word of somebody is the one that counts. */
  async followOn(newer: ConsentRow): Promise<void> {
    for (const older of await this.consents.holdAllOf(newer.clientId, [newer.purpose]))
      if (older.id !== newer.id && older.state === 'ACTIVE' && replaces(newer, older))
        await this.consents.step(older, { action: 'supersede', successorId: newer.id });
  }

  /** A document that is out of reach, or of somebody else, reads like one that never was. */
  private async assertOfSubject(documentId: string, clientId: string): Promise<void> {
    const [document] = await this.documents.known([documentId]);
    if (document?.row.clientId !== clientId || document.row.shelf === 'PRIVILEGED') throw invalid({ documentId: ['not-in-file'] });
  }

  private async parentEnd({ purpose, clientId, recipients }: ConsentRow): Promise<Date | null> {
    if (purpose !== 'C20_CROSS_BORDER') return null;
    const parents = (await this.consents.holdAllOf(clientId, PARENTS)).filter(
      (parent) => parent.state === 'ACTIVE' && parent.recipients.some((each) => recipients.includes(each)),
    );
    const ends = parents.map(({ expiresAt }) => expiresAt?.getTime() ?? 0);
    if (ends.length === 0) throw new RuleBroken('consent-incomplete', {}, { purpose: ['parentMissing'] });
    return new Date(Math.max(...ends));
  }
}

/** Who could decide, and was not free to: the other doubt. */
export const doubtIn = ({ capacity }: { capacity?: string | null }): 'CAPACITY' | 'DURESS' => (capacity === 'YES' ? 'DURESS' : 'CAPACITY');
