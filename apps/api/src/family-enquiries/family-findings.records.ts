import { Injectable } from '@nestjs/common';
import { findingPlace, type OpenLink, type RelativeContact, type TracingSecrets } from '../family/link.entity';
import { LinkRecords } from '../family/link.records';
import { RelativeRecords } from '../family/relative.records';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import type { FamilyEnquirySecrets } from './family-enquiry.entity';
import { FamilyMatchRecords, type OpenMatch } from './family-match.records';

const TRACED = {
  name: 'family-finding.traced',
  text: `insert into family_tracing (id, org_id, office_id, link_id, method, outcome, held_on, by_id, related_person_id, sealed)
    values ($1, $2, $3, $4, 'OWN_RECORDS', 'LOCATED', current_date, $5, $6, $7)`,
};

/** Two people said that whoever asks is the one who is missed: they become the related person of the link, under a key of their own, and count as located. */
@Injectable()
export class FamilyFindings {
  constructor(
    private readonly matches: FamilyMatchRecords,
    private readonly links: LinkRecords,
    private readonly relatives: RelativeRecords,
    private readonly sealer: Sealer,
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
    await this.trace(link, relatedPersonId, { details: words, externalRef: null });
    const methods = [...new Set([...link.row.methods, 'OWN_RECORDS' as const])];
    await this.links.move(link, { event: 'located', change: { relatedPersonId, locatedBy: currentActor().staffId, methods } });
  }

  /** Under the key of the one who was found. */
  private async trace({ row: { id: linkId, orgId, officeId } }: OpenLink, relatedPersonId: string, secrets: TracingSecrets): Promise<void> {
    const id = newId();
    const sealed = await this.sealer.seal(findingPlace('family_tracing', { id, linkId, relatedPersonId }), secrets);
    await currentWork().change(TRACED, [id, orgId, officeId, linkId, currentActor().staffId, relatedPersonId, sealed]);
  }
}

function contactPointsOf({ phone, email }: FamilyEnquirySecrets['asking']): RelativeContact[] {
  const known = [
    { kind: 'PHONE_CALL', value: phone },
    { kind: 'EMAIL', value: email },
  ];
  return known.flatMap(({ kind, value }) => (value ? [{ kind, value, rule: null }] : []));
}
