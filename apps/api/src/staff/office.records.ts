import { Injectable } from '@nestjs/common';
import type { OfficeInput } from '@panah/contracts/staff.contract';
import type { Role, Word } from '@panah/domain/access/access-table';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import type { OfficeRow } from './office.entity';

const COLUMNS = `id, name, time_zone as "timeZone", weekend_days as "weekendDays", holidays::text[] as holidays, version`;
const REACH = '($2::boolean or id = any($3::uuid[]))';
const LIST = { name: 'office.list', text: `select ${COLUMNS} from office where org_id = $1 and ${REACH} order by name, id` };
const ONE = { name: 'office.one', text: `select ${COLUMNS} from office where org_id = $1 and ${REACH} and id = $4` };
const HOLD = { name: 'office.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'office.add',
  text: 'insert into office (id, org_id, name, time_zone, weekend_days, holidays) values ($1, $2, $3, $4, $5, $6::date[])',
};
const EDIT = {
  name: 'office.edit',
  text: 'update office set name = $2, time_zone = $3, weekend_days = $4, holidays = $5::date[], version = version + 1 where id = $1',
};
const ORG = { name: 'office.add-org', text: 'insert into org (id, name) values ($1, $2)' };
// an office counts on the organisation's auditors and admins too
const PEOPLE = {
  name: 'office.people',
  text: `select s.id, array_agg(distinct r.role) as roles from staff_role r join staff_member s on s.id = r.staff_id
          where r.org_id = $1 and (r.office_id = $2 or r.role in ('AUDITOR', 'ADMIN')) and r.confirmed_at is not null and r.ended_at is null and s.state = 'ACTIVE'
          group by s.id`,
};

/** The door to offices. Reach: one's own, or all of the organisation. */
@Injectable()
export class OfficeRecords {
  constructor(private readonly steps: ProcessSteps) {}

  async list(): Promise<OfficeRow[]> {
    const rows = await currentWork().rows<OfficeRow & Record<string, unknown>>(LIST, scope('office:read'));
    currentLine().returned(
      'office',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string, word: Word = 'office:read'): Promise<OfficeRow> {
    return found(id, await currentWork().row<OfficeRow & Record<string, unknown>>(ONE, [...scope(word), id]));
  }

  async hold(id: string): Promise<OfficeRow> {
    return found(id, await currentWork().row<OfficeRow & Record<string, unknown>>(HOLD, [...scope('office:edit'), id]));
  }

  async add({ name, timeZone, weekendDays, holidays }: OfficeInput): Promise<string> {
    const id = newId();
    currentLine().about('office', id, { officeId: id }).changed('name', 'timeZone', 'weekendDays', 'holidays');
    await currentWork().change(ADD, [id, currentActor().orgId, name, timeZone, weekendDays, holidays]);
    await this.steps.record({ type: 'office', id, action: 'create', from: null, to: 'OPEN' });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(held: OfficeRow, version: number, input: OfficeInput): Promise<void> {
    const changed = (['name', 'timeZone', 'weekendDays', 'holidays'] as const).filter(
      (field) => String(held[field]) !== String(input[field]),
    );
    if (held.version !== version) throw staleEdit(held.version, changed);
    currentLine().changed(...changed);
    await currentWork().change(EDIT, [held.id, input.name, input.timeZone, input.weekendDays, input.holidays]);
  }

  /** Before there is anybody: the organisation itself. */
  async addOrganisation(id: string, name: string): Promise<void> {
    await currentWork().change(ORG, [id, name]);
  }

  /** Who can act for an office now. */
  async peopleOf(officeId: string): Promise<{ id: string; roles: Role[] }[]> {
    return currentWork().rows<{ id: string; roles: Role[] }>(PEOPLE, [currentActor().orgId, officeId]);
  }
}

function scope(word: Word): unknown[] {
  const reach = currentReach(word);
  return [currentActor().orgId, reach.all, reach.offices];
}

function found(id: string, row: OfficeRow | null): OfficeRow {
  currentLine().about('office', id, { officeId: id });
  if (!row) throw notFound();
  currentLine().returned('office', [id]);
  return row;
}
