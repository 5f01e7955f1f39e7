import { Injectable } from '@nestjs/common';
import { assertWayFits, isWayMarkedSafe, isWayShut } from '@panah/domain/clients/contact.rules';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { ClientPartRecords, type OpenPart } from './client-part.records';
import { CONTACT_POINTS } from './client-parts';
import type { ContactPointSecrets } from './client.entity';

/** What other rooms ask before a way of contact is used or counted (R-RI-07). They have checked the reach to the client; no number leaves here. */
@Injectable()
export class ContactSafety {
  constructor(private readonly parts: ClientPartRecords) {}

  /** Throws 422 beside `channel` where each number or address that is known of it may not be used. */
  async assertWay(clientId: string, channel: string): Promise<void> {
    assertWayFits(channel, await this.pointsOf(clientId));
  }

  /** Of several ways those that are marked safe (R-CA-08). */
  async markedSafe(clientId: string, channels: readonly string[]): Promise<ReadonlySet<string>> {
    const points = await this.pointsOf(clientId);
    return new Set(channels.filter((channel) => isWayMarkedSafe(channel, points)));
  }

  /** The ways by which nobody goes out to the client of a case: each is refused by `assertWay`. */
  async shutOnCase(caseId: string): Promise<string[]> {
    const points = secretsOf(await this.parts.ofCase(caseId, CONTACT_POINTS));
    return contactChannel.codes.filter((channel) => isWayShut(channel, points));
  }

  private async pointsOf(clientId: string): Promise<ContactPointSecrets[]> {
    return secretsOf((await this.parts.ofClient(clientId, [CONTACT_POINTS])).of(CONTACT_POINTS));
  }
}

const secretsOf = (points: readonly OpenPart<ContactPointSecrets>[]): ContactPointSecrets[] => points.map(({ secrets }) => secrets);
