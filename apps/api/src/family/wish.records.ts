import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { type LinkFaceEvent, linkFaceProcess } from '@panah/domain/family/link-face';
import { move } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, Problem, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyWish, type OpenWish, WISH_COLUMNS, wishPlace, type WishSecrets } from './wish.entity';

type Row = FamilyWish & Record<string, unknown>;

const ONE = {
  name: 'family-wish.one',
  text: `select ${WISH_COLUMNS} from family_wish w where w.id = $1 and ${withinReachOfOne('w', 'client_id', 2)}`,
};
const HOLD = { name: 'family-wish.hold', text: `${ONE.text} for update` };
const OF_CLIENT = {
  name: 'family-wish.of-client',
  text: `select ${WISH_COLUMNS} from family_wish w where w.client_id = $1 and ${withinReachOfOne('w', 'client_id', 2)}
          order by (w.face = 'ENDED'), w.noted_at desc, w.id limit 100`,
};
const NEWEST_CASE = {
  name: 'family-wish.newest-case',
  text: 'select id from case_file where client_id = $1 order by period_no desc, opened_on desc, id desc limit 1',
};
const ADD = {
  name: 'family-wish.add',
  text: `insert into family_wish (id, org_id, office_id, client_id, case_id, noted_by, sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
};
const ANSWER = {
  name: 'family-wish.answer',
  text: `update family_wish set answered_at = now(), version = version + 1 where id = $1 and face = 'IN_PROGRESS' and answered_at is null`,
};
const MOVES = ['face', 'case_id', 'begun_on', 'answer_on', 'answered_at', 'ended_at', 'warned_by', 'warned_at'] as const;
const CHANGES = new Map<string, Statement>();

function changeStatement(columns: readonly (typeof MOVES)[number][]): Statement {
  const set = columns.map((column, at) => `, ${column} = $${at + 4}`).join('');
  const made = CHANGES.get(set) ?? {
    name: `family-wish.change.${CHANGES.size}`,
    text: `update family_wish set sealed = coalesce($3, sealed), seal_version = seal_version + ($3::bytea is not null)::int${set}, version = version + 1
            where id = $1 and version = $2`,
  };
  CHANGES.set(set, made);
  return made;
}

export type WishChange = Partial<Record<(typeof MOVES)[number], unknown>>;

/** The door to the wishes. Reach: the case team in roles whose classes name family links, and the coordinator's office. */
@Injectable()
export class WishRecords {
  constructor(private readonly sealer: Sealer) {}

  /** What is not ended first, newest first. The caller has checked the case. */
  async ofClient(clientId: string): Promise<OpenWish[]> {
    return this.openAll(await currentWork().rows<Row>(OF_CLIENT, [clientId, ...reachValues('family-link:read')]));
  }

  async get(id: string, word: Word): Promise<OpenWish> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody else moves or edits it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenWish> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** A wish outlives the period in which it was noted: the case through which it is reached now. */
  async caseOf({ row }: OpenWish): Promise<string> {
    return (await currentWork().row<{ id: string }>(NEWEST_CASE, [row.clientId]))?.id ?? row.caseId;
  }

  async add({ id: caseId, clientId, officeId }: ReachedCase, secrets: WishSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('family_wish', id, { clientId, officeId })
      .changed(...Object.keys(secrets));
    const sealed = await this.sealer.seal(wishPlace({ id, clientId, sealVersion: 1 }), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, staffId, sealed]);
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(held: OpenWish, version: number, after: Pick<WishSecrets, 'relative' | 'wish'>): Promise<void> {
    const { row, secrets } = held;
    const changed = (['relative', 'wish'] as const).filter((name) => JSON.stringify(secrets[name]) !== JSON.stringify(after[name]));
    if (row.version !== version) throw staleEdit(row.version, changed);
    await this.write(held, {}, { ...secrets, ...after }, changed);
  }

  /** Takes a step by the drawing of the face. What lies behind it follows by itself, out of sight. */
  async move(held: OpenWish, event: LinkFaceEvent, change: WishChange): Promise<void> {
    await this.write(held, { face: move(linkFaceProcess, held.row.face, event), ...change }, null, ['face']);
  }

  async keep(held: OpenWish, change: WishChange, secrets: WishSecrets | null): Promise<void> {
    await this.write(held, change, secrets, Object.keys(change));
  }

  /** For the job of the day, in a transaction that acts for the client's office. False where it was answered, or is no longer asked. */
  async answer(id: string): Promise<boolean> {
    return (await currentWork().change(ANSWER, [id])) === 1;
  }

  async openAll(rows: readonly FamilyWish[]): Promise<OpenWish[]> {
    const opened = await this.sealer.openMany<WishSecrets>(rows.map((row) => ({ place: wishPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'family_wish',
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, at) => (opened[at] ? [{ row, secrets: opened[at] }] : []));
  }

  private async write({ row }: OpenWish, change: WishChange, secrets: WishSecrets | null, changed: readonly string[]): Promise<void> {
    const { id, version, sealVersion, clientId } = row;
    currentLine().changed(...changed);
    const sealed = secrets ? await this.sealer.seal(wishPlace({ id, clientId, sealVersion: sealVersion + 1 }), secrets) : null;
    const columns = MOVES.filter((column) => column in change);
    const values = [id, version, sealed, ...columns.map((column) => change[column])];
    if ((await currentWork().change(changeStatement(columns), values)) !== 1) throw new Problem(409, 'try-again');
  }

  private async found(row: FamilyWish | null, id: string): Promise<OpenWish> {
    currentLine().about('family_wish', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [wish] = row ? await this.openAll([row]) : [];
    if (!wish) throw notFound();
    return wish;
  }
}
