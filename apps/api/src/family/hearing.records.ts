import { Injectable } from '@nestjs/common';
import type { HearingInput } from '@panah/contracts/family-steps.contract';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { FamilyLink } from './link.entity';

const ADD = {
  name: 'family-hearing.add',
  text: `insert into family_hearing (id, org_id, office_id, link_id, side, held_on, spoken_directly, alone, duress, by_id, approach_no) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const APPROACHES = {
  name: 'family-hearing.approaches',
  text: 'select held_on::text as "heldOn" from family_hearing where link_id = $1 and approach_no is not null and at >= $2 order by approach_no',
};

/** How each side was heard (R-FL-07). The caller holds the link. */
@Injectable()
export class HearingRecords {
  /** @param approachNo which approach it was; null where it was none */
  async add(
    { id: linkId, orgId, officeId }: FamilyLink,
    heard: Pick<HearingInput, 'side' | 'on' | 'spokenDirectly' | 'alone' | 'duress'>,
    approachNo: number | null = null,
  ): Promise<void> {
    const { side, on, spokenDirectly, alone, duress } = heard;
    currentLine().changed('hearing');
    const values = [newId(), orgId, officeId, linkId, side, on, spokenDirectly, alone, duress, currentActor().staffId, approachNo];
    await currentWork().change(ADD, values);
  }

  /** Days of the approaches that were written down since a moment. */
  async approachesSince(linkId: string, since: Date): Promise<string[]> {
    const rows = await currentWork().rows<{ heldOn: string }>(APPROACHES, [linkId, since]);
    return rows.map(({ heldOn }) => heldOn);
  }
}
