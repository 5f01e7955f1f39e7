import { Injectable } from '@nestjs/common';
import type { RelativeContact } from '../family/link.entity';
import { LinkRecords } from '../family/link.records';
import { RelativeRecords } from '../family/relative.records';
import { TracingRecords } from '../family/tracing.records';
import { currentActor } from '../platform/access/current-reach';
import type { FamilyEnquirySecrets } from './family-enquiry.entity';
import { FamilyMatchRecords, type OpenMatch } from './family-match.records';
import { today } from '../platform/access/today';

/** Two people said that whoever asks is the one who is missed: they become the related person of the link, under a key of their own, and count as located. */
@Injectable()
export class FamilyFindings {
  constructor(
    private readonly matches: FamilyMatchRecords,
    private readonly links: LinkRecords,
    private readonly relatives: RelativeRecords,
    private readonly tracing: TracingRecords,
  ) {}

  /** Before the match is held: whoever takes a yes back waits, or we see it. */
  async shareGrounds(linkId: string): Promise<void> {
    await this.links.holdGrounds(linkId);
  }

  async found(match: OpenMatch): Promise<void> {
    await this.matches.actForLink(match);
    const link = await this.links.holdKnown(match.row.linkId);
    const { asking, words } = match.enquiry;
    const secrets = { names: asking.names, contactPoints: contactPointsOf(asking) };
    const relatedPersonId = await this.relatives.add(link.row, { context: 'UNKNOWN', legalBasis: 'CONSENT', secrets });
    const step = { method: 'OWN_RECORDS', outcome: 'LOCATED', on: today() } as const;
    await this.tracing.add(link.row, { ...step, secrets: { details: words, externalRef: null } });
    const methods = [...new Set([...link.row.methods, step.method])];
    const change = { relatedPersonId, locatedBy: currentActor().staffId, methods, verification: 'V0' as const };
    await this.links.move(link, { event: 'located', change });
    await this.giveThem(link.row.id, relatedPersonId);
  }

  /** What tells where they are goes under their own key, and goes with it (R-FL-17). */
  private async giveThem(linkId: string, relatedPersonId: string): Promise<void> {
    const steps = await this.tracing.of(linkId);
    const telling = steps.filter(({ outcome }) => outcome === 'LOCATED' || outcome === 'POSSIBLE');
    await this.tracing.give(linkId, telling, relatedPersonId);
  }
}

function contactPointsOf({ phone, email }: FamilyEnquirySecrets['asking']): RelativeContact[] {
  const known = [
    { kind: 'PHONE_CALL', value: phone },
    { kind: 'EMAIL', value: email },
  ];
  return known.flatMap(({ kind, value }) => (value ? [{ kind, value, rule: null }] : []));
}
