import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import { KnownColleagues } from '../cases/known-colleagues.records';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const ON_TEAM = {
  name: 'case-owners.on-team',
  text: `select distinct staff_id as id from case_team t where t.client_id = $1 and t.starts_at <= now() and t.ended_at is null and (t.ends_at is null or t.ends_at > now())
            and not exists (select from access_block b where b.staff_id = t.staff_id and b.subject_id = $1 and b.lifted_at is null)`,
};

/** Who may own what is to be done on a case: its team now, and whoever is asking by their office. */
@Injectable()
export class CaseOwners {
  constructor(private readonly known: KnownColleagues) {}

  async of({ clientId, standing }: ReachedCase): Promise<string[]> {
    const rows = await currentWork().rows<{ id: string }>(ON_TEAM, [clientId]);
    const own = standing.length ? [] : [currentActor().staffId];
    return [...new Set([...rows.map(({ id }) => id), ...own])];
  }

  /** Those of them of whom the reader is told. */
  async toldOf(file: ReachedCase): Promise<string[]> {
    const [owners, untold] = [await this.of(file), await this.known.untold(file)];
    return owners.filter((id) => !untold.has(id));
  }

  /** @throws RuleBroken `owner-not-on-team` */
  async assertOwner(file: ReachedCase, ownerId: string): Promise<void> {
    if (!(await this.of(file)).includes(ownerId)) throw new RuleBroken('owner-not-on-team', {}, { ownerId: ['not-on-team'] });
  }
}
