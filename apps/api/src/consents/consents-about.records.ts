import { Injectable } from '@nestjs/common';
import type { ConsentInput } from '@panah/contracts/consents.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import type { ReachedCase } from '../cases/case.records';
import { notFound } from '../platform/errors/problem';
import { ConsentTasks } from './consent-tasks';
import type { ConsentRow } from './consent.entity';
import { ConsentRecords } from './consent.records';
import { ConsentsService } from './consents.service';

/** What of a consent is shown where the record it is about is read. */
export type ConsentLine = Pick<ConsentRow, 'id' | 'purpose' | 'state' | 'scope' | 'givenAt' | 'expiresAt'>;

/** The door for a record of another room that a client's word is about: whom they wish to find. */
@Injectable()
export class ConsentsAbout {
  constructor(
    private readonly consents: ConsentsService,
    private readonly records: ConsentRecords,
    private readonly tasks: ConsentTasks,
  ) {}

  /** @param about the record, by the name that the client has for it. Throws as recording any consent does. */
  async record({ id: caseId }: ReachedCase, about: { id: string; name: string }, input: Omit<ConsentInput, 'recipients'>): Promise<void> {
    await this.consents.record(caseId, { ...input, recipients: null }, [{ ...about, kind: 'PERSON' }]);
  }

  /** Throws `not-found` for a consent that is about something else. */
  async withdraw(consentId: string, about: string, how: string): Promise<void> {
    const { recipients } = await this.records.get(consentId, 'consent:withdraw');
    if (!recipients.includes(about)) throw notFound();
    await this.consents.withdraw(consentId, { how, effectsExplained: false });
  }

  /** The newest word under each purpose: a yes that stands before all else. */
  async of(clientId: string, about: string, purposes: readonly ConsentPurpose[], word: Word): Promise<ConsentLine[]> {
    const all = (await this.records.of(clientId, purposes, word)).filter(({ recipients }) => recipients.includes(about));
    return purposes.flatMap((purpose) => {
      const said = all.filter((each) => each.purpose === purpose);
      return (said.find(({ state }) => state === 'ACTIVE') ?? said[0]) || [];
    });
  }

  /** Nobody is asked to do anything about it: whoever takes all of it back has said so to the one who writes it down. The caller has the client in reach. */
  async withdrawAll(clientId: string, about: string, how: string): Promise<void> {
    for (const row of await this.records.holdAllOf(clientId, null)) {
      if (!row.recipients.includes(about) || !['ACTIVE', 'SUSPENDED'].includes(row.state)) continue;
      await this.records.step(row, { action: 'withdraw', secrets: { how, effectsExplained: false } });
      await this.tasks.settle('CONSENT_ENDED', row.id);
    }
  }
}
