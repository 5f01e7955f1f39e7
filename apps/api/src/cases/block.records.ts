import { Injectable } from '@nestjs/common';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import type { CaseFile } from './case.entity';

export interface Block {
  id: string;
  staffId: string;
  kind: string;
  source: string;
  setBy: string | null;
  setAt: Date;
  liftedAt: Date | null;
}

const OF = {
  name: 'block.of',
  text: `select b.id, b.staff_id as "staffId", b.kind, b.source, b.set_by as "setBy", b.set_at as "setAt", b.lifted_at as "liftedAt" from access_block b
          where b.subject_id = $1 and ${withinReach('b', 'subject_id', 2)} order by b.lifted_at nulls first, b.set_at desc limit 100`,
};
const SET = {
  name: 'block.set',
  text: `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source, set_by) select $1, $2, $3, $4, $5, $6, $7, $8
          where exists (select from staff_member where id = $5)`,
};
const LIFT = {
  name: 'block.lift',
  text: `update access_block b set lifted_at = now(), lifted_by = $3 where b.id = $1 and b.subject_id = $2 and b.lifted_at is null and ${withinReach('b', 'subject_id', 4)}`,
};
const END_PLACE = {
  name: 'block.end-place',
  text: `update case_team set ended_at = now(), end_reason = 'BLOCKED', version = version + 1 where client_id = $1 and staff_id = $2 and ended_at is null and not is_primary`,
};

/** Who is closed off from a client, whatever else would open them (R-AC-01). The one who is closed off never learns it. */
@Injectable()
export class BlockRecords {
  async of({ clientId }: CaseFile): Promise<Block[]> {
    const rows = await currentWork().rows<Block & Record<string, unknown>>(OF, [clientId, ...reachValues('block:read')]);
    currentLine().returned(
      'access_block',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** A place on the team ends with it; the primary worker's stays in the row until another one is named (R-CA-01), but opens nothing. */
  async set({ officeId, clientId }: CaseFile, staffId: string, kind: string, source: string): Promise<void> {
    const actor = currentActor();
    currentLine().changed('staff_id', 'kind', 'source');
    if (!(await currentWork().change(SET, [newId(), actor.orgId, officeId, clientId, staffId, kind, source, actor.staffId])))
      throw notFound();
    await currentWork().change(END_PLACE, [clientId, staffId]);
  }

  async lift({ clientId }: CaseFile, id: string): Promise<void> {
    currentLine().changed('lifted_at');
    const lifted = await currentWork().change(LIFT, [id, clientId, currentActor().staffId, ...reachValues('block:lift')]);
    if (!lifted) throw notFound();
  }
}
