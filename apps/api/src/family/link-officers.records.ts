import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { FamilyLink } from './link.entity';

export type ServedSide = 'CLIENT' | 'RELATIVE' | 'MEDIATOR';

const WHY_NOT = { name: 'family-officer.why-not', text: 'select app.why_no_officer($1, $2, $3) as why' };
/** In one statement: whoever hands their own side over reaches the link until it is done. */
const PUT = {
  name: 'family-officer.put',
  text: `with ended as (update family_link_officer set ended_at = clock_timestamp() where link_id = $4 and side = $6 and ended_at is null and staff_id <> $5 returning 1)
         insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) select $1, $2, $3, $4, $5, $6, $7 from (select count(*) from ended) e
         on conflict (link_id, side) where ended_at is null do nothing`,
};

/** Who serves which side of a link. */
@Injectable()
export class LinkOfficerRecords {
  /** `not-suitable`, `serves-other-side`, or null where they may serve. The caller has the link in reach. */
  async whyNot(linkId: string, staffId: string, side: ServedSide): Promise<string | null> {
    return (await currentWork().row<{ why: string | null }>(WHY_NOT, [linkId, staffId, side]))?.why ?? null;
  }

  /** In the place of whoever served that side. The caller holds the link. */
  async put({ id, orgId, officeId }: FamilyLink, staffId: string, side: ServedSide): Promise<void> {
    currentLine().changed('officer');
    await currentWork().change(PUT, [newId(), orgId, officeId, id, staffId, side, currentActor().staffId]);
  }
}
