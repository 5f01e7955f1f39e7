import { Injectable } from '@nestjs/common';
import type { Role } from '@panah/domain/access/access-table';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { type StaffSecrets, staffPlace } from '../platform/session/credentials';
import type { OfficeRow } from './office.entity';
import type { Colleague } from './staff.entity';

/** What of a colleague's row is needed to name them. */
export interface NamedRow {
  id: string;
  sealed: Buffer;
  sealVersion: number;
}
type Named = NamedRow & Record<string, unknown>;

const NAMES = {
  name: 'staff.names',
  text: 'select id, sealed, seal_version as "sealVersion" from staff_member where id = any($1::uuid[]) and org_id = $2',
};
const OFFICE = {
  name: 'staff.office-calendar',
  text: `select id, name, time_zone as "timeZone", weekend_days as "weekendDays", holidays::text[] as holidays, version from office where id = $1 and org_id = $2`,
};
const COLLEAGUES = {
  name: 'staff.colleagues',
  text: `select s.id, s.sealed, s.seal_version as "sealVersion", array_agg(distinct r.role) as roles
           from staff_role r join staff_member s on s.id = r.staff_id
          where r.org_id = $1 and r.office_id = $2 and ($3::text is null or r.role = $3)
            and r.confirmed_at is not null and r.ended_at is null and s.state = 'ACTIVE'
          group by s.id`,
};

/** What other capabilities ask about staff: names, calendars, colleagues. */
@Injectable()
export class StaffRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Display names by id. Ids that are nobody's in this organisation are absent; null and doubles may be passed. */
  async names(ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await currentWork().rows<Named>(NAMES, [wanted, currentActor().orgId]);
    const secrets = await this.open(rows);
    return new Map(rows.map(({ id }, index) => [id, secrets[index]?.displayName ?? '']));
  }

  /** As `names`, for rows that came with another statement; only ids without a row are asked for. */
  async namesKnowing(known: readonly NamedRow[], ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const rows = [...new Map(known.map((row) => [row.id, row])).values()];
    const secrets = await this.open(rows);
    const names = new Map(rows.map(({ id }, index) => [id, secrets[index]?.displayName ?? '']));
    return new Map([...names, ...(await this.names(ids.filter((id) => id !== null && !names.has(id))))]);
  }

  /** The calendar of an office of this organisation. Throws 404. */
  async officeOf(officeId: string): Promise<OfficeRow> {
    const row = await currentWork().row<OfficeRow & Record<string, unknown>>(OFFICE, [officeId, currentActor().orgId]);
    if (!row) throw notFound();
    return row;
  }

  /** People who work in an office now (active, role confirmed), by name; only those who hold `role` there when it is given. */
  async colleaguesIn(officeId: string, role: Role | null = null): Promise<Colleague[]> {
    const rows = await currentWork().rows<Named & { roles: Role[] }>(COLLEAGUES, [currentActor().orgId, officeId, role]);
    const secrets = await this.open(rows);
    return rows
      .map(({ id, roles }, index) => ({ id, displayName: secrets[index]?.displayName ?? '', roles }))
      .sort((a, b) => a.displayName.localeCompare(b.displayName));
  }

  private open(rows: readonly NamedRow[]): Promise<StaffSecrets[]> {
    return this.sealer.openMany<StaffSecrets>(rows.map(({ id, sealed, sealVersion }) => ({ place: staffPlace(id, sealVersion), sealed })));
  }
}
