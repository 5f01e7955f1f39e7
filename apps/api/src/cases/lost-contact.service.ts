import { Injectable } from '@nestjs/common';
import type { Attempt } from '@panah/domain/cases/lost-contact.rules';
import { ContactSafety } from '../clients/contact-safety.records';
import { NoteRecords } from '../notes/note.records';
import { dayOf } from '../platform/access/today';
import type { ReachedCase } from './case.records';

/** What was tried since the last contact, and which ways are safe. */
@Injectable()
export class LostContactService {
  constructor(
    private readonly notes: NoteRecords,
    private readonly contacts: ContactSafety,
  ) {}

  /** R-CA-08: signed attempts since the last contact, by ways that are marked safe. */
  async attemptsOn({ id, clientId }: ReachedCase): Promise<Attempt[]> {
    const attempts = await this.notes.attemptsSinceContact(id);
    const ways = await this.safeWays(
      clientId,
      attempts.flatMap(({ channel }) => channel ?? []),
    );
    return attempts.flatMap(({ at, channel }) =>
      channel && ways.has(channel) ? [{ on: dayOf(at), channel: channel as Attempt['channel'] }] : [],
    );
  }

  safeWays(clientId: string, channels: readonly string[]): Promise<ReadonlySet<string>> {
    return this.contacts.markedSafe(clientId, channels);
  }
}
