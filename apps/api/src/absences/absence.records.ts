import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';

/** Days on which somebody is not there, and who stands in. Nothing of it says why. */
export interface Absence {
  id: string;
  officeId: string;
  staffId: string;
  fromOn: string;
  untilOn: string;
  needsDeputy: boolean;
  deputyId: string | null;
  endedAt: Date | null;
  version: number;
}

type AbsenceRow = Absence & Record<string, unknown>;

const COLUMNS = `a.id, a.office_id as "officeId", a.staff_id as "staffId", a.from_on as "fromOn", a.until_on as "untilOn", a.needs_deputy as "needsDeputy",
  a.deputy_id as "deputyId", a.ended_at as "endedAt", a.version`;
/** Of the offices one coordinates; one's own; those one stands in for. */
const REACH = '(a.office_id = any($2::uuid[]) or a.staff_id = $3 or a.deputy_id = $3)';
const LIST = {
  name: 'absence.list',
  text: `select ${COLUMNS} from absence a where a.org_id = $1 and ${REACH} and a.ended_at is null and a.until_on >= (now() - interval '1 day')::date order by a.from_on, a.id limit 200`,
};
const ONE = { name: 'absence.one', text: `select ${COLUMNS} from absence a where a.org_id = $1 and ${REACH} and a.id = $4` };
const HOLD = { name: 'absence.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'absence.add',
  text: `insert into absence (id, org_id, office_id, staff_id, from_on, until_on, needs_deputy, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const NAME = {
  name: 'absence.name-deputy',
  text: 'update absence set deputy_id = $2, deputy_by = $3, deputy_at = now(), version = version + 1 where id = $1',
};
const END = { name: 'absence.end', text: 'update absence set ended_at = now(), version = version + 1 where id = $1' };
const CASES = {
  name: 'absence.cases',
  text: `select c.id from case_file c where c.primary_worker_id = $1 and c.office_id = $2 and c.state <> 'CLOSED' order by c.id`,
};

/** The door to absences. Reach: the coordinator's office, one's own, and those one stands in for. */
@Injectable()
export class AbsenceRecords {
  constructor(private readonly steps: ProcessSteps) {}

  async list(): Promise<Absence[]> {
    const rows = await currentWork().rows<AbsenceRow>(LIST, scope('absence:read'));
    currentLine().returned(
      'absence',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string): Promise<Absence> {
    return found(id, await currentWork().row<AbsenceRow>(ONE, [...scope('absence:read'), id]));
  }

  async hold(id: string, word: Word): Promise<Absence> {
    return found(id, await currentWork().row<AbsenceRow>(HOLD, [...scope(word), id]));
  }

  async add(absence: Pick<Absence, 'officeId' | 'staffId' | 'fromOn' | 'untilOn' | 'needsDeputy'>): Promise<string> {
    const id = newId();
    const { orgId, staffId: by } = currentActor();
    const { officeId, staffId, fromOn, untilOn, needsDeputy } = absence;
    currentLine().about('absence', id, { officeId }).changed('from_on', 'until_on');
    await currentWork().change(ADD, [id, orgId, officeId, staffId, fromOn, untilOn, needsDeputy, by]);
    await this.steps.record({ type: 'absence', id, action: 'record', from: null, to: 'ABSENT', officeId });
    return id;
  }

  async nameDeputy({ id, officeId }: Absence, deputyId: string): Promise<void> {
    currentLine().changed('deputy_id');
    await currentWork().change(NAME, [id, deputyId, currentActor().staffId]);
    await this.steps.record({ type: 'absence', id, action: 'name-deputy', from: 'ABSENT', to: 'ABSENT', officeId });
  }

  async end({ id, officeId }: Absence): Promise<void> {
    currentLine().changed('ended_at');
    await currentWork().change(END, [id]);
    await this.steps.record({ type: 'absence', id, action: 'end', from: 'ABSENT', to: 'BACK', officeId });
  }

  /** Open cases whose primary worker this is; the caller coordinates the office. */
  async openCasesOf(staffId: string, officeId: string): Promise<string[]> {
    return (await currentWork().rows<{ id: string }>(CASES, [staffId, officeId])).map(({ id }) => id);
  }
}

const scope = (word: Word): unknown[] => [currentActor().orgId, currentReach(word).offices, currentActor().staffId];

function found(id: string, row: Absence | null): Absence {
  currentLine().about('absence', id, row ? { officeId: row.officeId } : {});
  if (!row) throw notFound();
  currentLine().returned('absence', [id]);
  return row;
}
