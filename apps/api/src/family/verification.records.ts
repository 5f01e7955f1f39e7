import { Injectable } from '@nestjs/common';
import type { VerificationCard } from '@panah/domain/family/verification.rules';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyLink, findingPlace } from './link.entity';

const ADD = {
  name: 'family-verification.add',
  text: `insert into family_verification (id, org_id, office_id, link_id, related_person_id, level, context, by_id, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const CARDS = {
  name: 'family-verification.cards',
  text: `select level, context, by_id as "byId" from family_verification where link_id = $1 and related_person_id = $2 and void_at is null`,
};
const END = {
  name: 'family-verification.end',
  text: 'update family_verification set void_at = clock_timestamp(), version = version + 1 where link_id = $1 and void_at is null',
};

/** Cards of who looked, and how sure they were. The caller holds the link. */
@Injectable()
export class VerificationRecords {
  constructor(private readonly sealer: Sealer) {}

  async add(
    { id: linkId, orgId, officeId, relatedPersonId }: FamilyLink,
    { level, context, how }: Omit<VerificationCard, 'byId'> & { how: string },
  ): Promise<void> {
    const id = newId();
    currentLine().changed('verification');
    const sealed = await this.sealer.seal(findingPlace('family_verification', { id, linkId, relatedPersonId }), { how });
    await currentWork().change(ADD, [id, orgId, officeId, linkId, relatedPersonId, level, context, currentActor().staffId, sealed]);
  }

  /** Those that stand, of the one who is found now. */
  async cardsOf({ id, relatedPersonId }: Pick<FamilyLink, 'id' | 'relatedPersonId'>): Promise<VerificationCard[]> {
    return currentWork().rows<VerificationCard & Record<string, unknown>>(CARDS, [id, relatedPersonId]);
  }

  /** It was somebody else. */
  async end(linkId: string): Promise<void> {
    await currentWork().change(END, [linkId]);
  }
}
