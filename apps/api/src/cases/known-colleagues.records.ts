import { Injectable } from '@nestjs/common';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { currentActor } from '../platform/access/current-reach';
import { mayOn, type PlaceOfReader } from '../platform/access/may-on';
import { currentWork } from '../platform/database/current-work';
import { StaffRecords } from '../staff/staff.records';
import type { ReachedCase } from './case.records';

const COUNSELLORS = {
  name: 'team.counsellors',
  text: 'select distinct t.staff_id as id from case_team t where t.client_id = $1 and t.role = $2 and t.staff_id <> $3',
};

/** What of a case is needed to tell whom a reader knows of on it. */
type KnownFrom = PlaceOfReader & Pick<ReachedCase, 'clientId'>;

/** Who is named to whom on a file: a counsellor on the team says that somebody is counselled, which not everybody there may know (model 5.1, class 16). */
@Injectable()
export class KnownColleagues {
  constructor(private readonly staff: StaffRecords) {}

  /** Whether the reader may know that the client is counselled. */
  mayKnow(file: PlaceOfReader): boolean {
    return mayOn('counselling:read', file);
  }

  /** Names of colleagues, without those whom the reader is not told of. */
  async names(file: ReachedCase, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const [names, untold] = [await this.staff.names([...ids]), await this.untold(file)];
    for (const id of untold) names.delete(id);
    return names;
  }

  /** Counsellors who stand or stood on the client's team, where the reader may not know. */
  async untold(file: KnownFrom): Promise<ReadonlySet<string>> {
    if (this.mayKnow(file)) return new Set();
    const rows = await currentWork().rows<{ id: string }>(COUNSELLORS, [file.clientId, COUNSELLOR_ROLE, currentActor().staffId]);
    return new Set(rows.map(({ id }) => id));
  }
}
