import { Injectable } from '@nestjs/common';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';

export interface TurnRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  officeName: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
  isNow: boolean;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface OpenTurn {
  row: TurnRow;
  telephone: string;
}

/** What somebody plans. Times are ISO instants. */
export interface PlannedTurn {
  officeId: string;
  staffId: string;
  startsAt: string;
  endsAt: string;
  telephone: string;
}

const COLUMNS = `t.id, t.office_id as "officeId", o.name as "officeName", t.staff_id as "staffId", t.starts_at as "startsAt", t.ends_at as "endsAt",
  t.starts_at <= now() and t.ends_at > now() as "isNow", t.sealed, t.seal_version as "sealVersion", t.version`;
const FROM = 'from duty_turn t join office o on o.id = t.office_id';
const LIST = {
  name: 'duty-turn.list',
  text: `select ${COLUMNS} ${FROM} where t.office_id = any($1::uuid[]) and t.withdrawn_at is null and t.ends_at > now() order by t.starts_at, t.id limit 100`,
};
/** Of each person on the list the turn of now, else the latest: its number is where they answer. */
const NUMBERS = {
  name: 'duty-turn.numbers',
  text: `select distinct on (t.office_id, t.staff_id) ${COLUMNS} ${FROM} join staff_member s on s.id = t.staff_id and s.state = 'ACTIVE'
          where t.office_id = any($1::uuid[]) and t.withdrawn_at is null and t.ends_at > now() - interval '60 days'
          order by t.office_id, t.staff_id, (t.starts_at <= now() and t.ends_at > now()) desc, t.ends_at desc`,
};
const HOLD = {
  name: 'duty-turn.hold',
  text: `select ${COLUMNS} ${FROM} where t.id = $1 and t.office_id = any($2::uuid[]) and t.withdrawn_at is null for update of t`,
};
const ADD = {
  name: 'duty-turn.add',
  text: `insert into duty_turn (id, org_id, office_id, staff_id, starts_at, ends_at, planned_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const EDIT = {
  name: 'duty-turn.edit',
  text: `update duty_turn set starts_at = $3, ends_at = $4, sealed = $5, staff_id = $6, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const WITHDRAW = {
  name: 'duty-turn.withdraw',
  text: 'update duty_turn set withdrawn_at = now(), withdrawn_by = $2, version = version + 1 where id = $1',
};
const CANDIDATES = {
  name: 'duty-turn.candidates',
  text: `select r.staff_id as id, r.office_id as "officeId" from staff_role r join staff_member s on s.id = r.staff_id
          where r.office_id = any($1::uuid[]) and r.confirmed_at is not null and r.ended_at is null and s.state = 'ACTIVE' and 'DUTY_LIST' = any(r.duties)`,
};

/** The door to the duty list: who, from, to, and the number under which they answer, sealed under their own key. */
@Injectable()
export class DutyTurnRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Turns of now and of what comes, in the reader's offices. */
  async list(): Promise<OpenTurn[]> {
    return this.open(await currentWork().rows<TurnRow>(LIST, [officesOf('duty:read')]));
  }

  /** One turn for each person of an office's list. */
  async latestOfEach(officeIds: readonly string[]): Promise<OpenTurn[]> {
    return officeIds.length ? this.open(await currentWork().rows<TurnRow>(NUMBERS, [officeIds])) : [];
  }

  /** Those who stand on the duty list of the reader's offices: coordinators with that duty. */
  async candidates(): Promise<{ id: string; officeId: string }[]> {
    return currentWork().rows<{ id: string; officeId: string }>(CANDIDATES, [officesOf('duty:plan')]);
  }

  async hold(id: string): Promise<OpenTurn> {
    currentLine().about('duty_turn', id);
    const [turn] = await this.open(await currentWork().rows<TurnRow>(HOLD, [id, officesOf('duty:plan')]));
    if (!turn) throw notFound();
    return turn;
  }

  async add({ officeId, staffId, startsAt, endsAt, telephone }: PlannedTurn): Promise<string> {
    const id = newId();
    const actor = currentActor();
    currentLine().about('duty_turn', id, { officeId }).changed('staffId', 'startsAt', 'endsAt', 'telephone');
    const sealed = await this.sealer.seal(placeOf({ id, staffId, sealVersion: 1 }), { telephone });
    await currentWork().change(ADD, [id, actor.orgId, officeId, staffId, startsAt, endsAt, actor.staffId, sealed]);
    return id;
  }

  /** The number goes under the key of whoever answers there: a colleague who took the turn over has a key of their own. */
  async edit({ row }: OpenTurn, version: number, { staffId, startsAt, endsAt, telephone }: PlannedTurn): Promise<void> {
    const changed = [...(staffId === row.staffId ? [] : ['staffId']), 'startsAt', 'endsAt', 'telephone'];
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(placeOf({ id: row.id, staffId, sealVersion: row.sealVersion + 1 }), { telephone });
    await currentWork().change(EDIT, [row.id, version, startsAt, endsAt, sealed, staffId]);
  }

  async withdraw({ row }: OpenTurn): Promise<void> {
    currentLine().changed('withdrawnAt');
    await currentWork().change(WITHDRAW, [row.id, currentActor().staffId]);
  }

  private async open(rows: readonly TurnRow[]): Promise<OpenTurn[]> {
    const opened = await this.sealer.openMany<{ telephone: string }>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
    currentLine().returned(
      'duty_turn',
      rows.map(({ id }) => id),
    );
    return rows.map((row, at) => ({ row, telephone: opened[at]?.telephone ?? '' }));
  }
}

const officesOf = (word: 'duty:read' | 'duty:plan'): string[] => currentReach(word).offices;

const placeOf = ({ id, staffId, sealVersion }: Pick<TurnRow, 'id' | 'staffId' | 'sealVersion'>): Place => ({
  table: 'duty_turn',
  rowId: id,
  subjectId: staffId,
  compartment: 'file',
  sealVersion,
});
