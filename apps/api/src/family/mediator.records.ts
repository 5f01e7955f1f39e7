import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { invalid } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { StaffRecords } from '../staff/staff.records';
import type { FamilyLink } from './link.entity';
import { LinkPartRecords } from './link-parts.records';

const END = {
  name: 'family-link.end-mediator',
  text: `update family_link_officer set ended_at = clock_timestamp() where link_id = $1 and side = 'MEDIATOR' and ended_at is null`,
};
const SET = {
  name: 'family-link.set-mediator',
  text: `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) values ($1, $2, $3, $4, $5, 'MEDIATOR', $6)`,
};

/** Who stands between the two. The caller holds the link. */
@Injectable()
export class MediatorRecords {
  constructor(
    private readonly staff: StaffRecords,
    private readonly parts: LinkPartRecords,
  ) {}

  /** R-FL-14: where both are clients of ours, the one between them serves neither. */
  async set({ id: linkId, orgId, officeId }: FamilyLink, mediatorId: string, alsoClientId: string | null): Promise<void> {
    const colleagues = await this.staff.colleaguesIn(officeId, 'FAMILY_LINKS');
    if (!colleagues.some(({ id }) => id === mediatorId)) throw invalid({ mediatorId: ['unknown'] });
    const officers = await this.parts.officersOf(linkId);
    if (alsoClientId !== null && officers.some(({ staffId, side }) => staffId === mediatorId && side !== 'MEDIATOR'))
      throw new RuleBroken('serves-both-sides', undefined, { mediatorId: ['serves-a-side'] });
    await currentWork().change(END, [linkId]);
    await currentWork().change(SET, [newId(), orgId, officeId, linkId, mediatorId, currentActor().staffId]);
  }
}
