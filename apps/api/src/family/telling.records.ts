import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { FamilyLink } from './link.entity';

const ADD = {
  name: 'family-telling.add',
  text: `insert into family_telling (id, org_id, office_id, link_id, told_side, what, consent_id, told_on, by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const ANY = { name: 'family-telling.any', text: 'select exists (select from family_telling where link_id = $1) as "any"' };

/** What one side was told of the other, and on whose yes. The caller holds the link and both sides' words. */
@Injectable()
export class TellingRecords {
  async add(
    { id, orgId, officeId }: FamilyLink,
    { to, what, on, consentId }: { to: string; what: string; on: string; consentId: string },
  ): Promise<void> {
    currentLine().changed('telling');
    await currentWork().change(ADD, [newId(), orgId, officeId, id, to, what, consentId, on, currentActor().staffId]);
  }

  async any(linkId: string): Promise<boolean> {
    return (await currentWork().row<{ any: boolean }>(ANY, [linkId]))?.any ?? false;
  }
}
