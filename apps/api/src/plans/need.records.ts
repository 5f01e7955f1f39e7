import { Injectable } from '@nestjs/common';
import { isRestrictedNeed } from '@panah/domain/needs/need.rules';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type Need, type NeedSecrets, needPlace, type OpenNeed } from './need.entity';

type NeedRow = Need & Record<string, unknown>;
type NeedPlain = Pick<Need, 'severity' | 'status' | 'identifiedOn'>;

const COLUMNS = `n.id, n.office_id as "officeId", n.client_id as "clientId", n.case_id as "caseId", n.record_class as "recordClass", n.severity, n.status,
  n.identified_on as "identifiedOn", n.created_by as "createdBy", n.sealed, n.seal_version as "sealVersion", n.version`;
/** Model 5.1, rows 08 and 09: who reads every need, the restricted ones, or those of housing or of the family. Four booleans. */
const SHOWN = (first: number): string => `(n.record_class = 'CONFIDENTIAL' or $${first}::boolean) and ($${first + 1}::boolean
  or ($${first + 2}::boolean and (n.code like 'HS-%' or n.code = 'HL-FN')) or ($${first + 3}::boolean and n.code like 'FM-%'))`;
const LIST = {
  name: 'need.of-case',
  text: `select ${COLUMNS} from client_need n where n.case_id = $1 and ${withinReachOfOne('n', 'client_id', 2)} and ${SHOWN(6)}
          order by (n.status in ('MET', 'NOT_CONFIRMED', 'DECLINED')), n.severity desc, n.id limit 200`,
};
const CASE_OF = { name: 'need.case-of', text: 'select case_id as "caseId" from client_need where id = $1' };
const ONE = {
  name: 'need.one',
  text: `select ${COLUMNS} from client_need n where n.id = $1 and ${withinReachOfOne('n', 'client_id', 2)} and ${SHOWN(6)}`,
};
const HOLD = { name: 'need.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'need.add',
  text: `insert into client_need (id, org_id, office_id, client_id, case_id, record_class, code, severity, status, identified_on, created_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const EDIT = {
  name: 'need.edit',
  text: `update client_need set severity = $3, status = $4, sealed = $5, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const OPEN_COUNT = {
  name: 'need.open-count',
  text: `select count(*)::int as open from client_need where case_id = $1 and status in ('IDENTIFIED', 'CONFIRMED', 'IN_PLAN')`,
};
const INTO_PLAN = {
  name: 'need.into-plan',
  text: `update client_need set status = 'IN_PLAN', version = version + 1 where case_id = $1 and id = any($2::uuid[]) and status in ('IDENTIFIED', 'CONFIRMED')`,
};
const OF_CASE = { name: 'need.belong', text: 'select id from client_need where case_id = $1 and id = any($2::uuid[])' };

/** The door to needs. Reach: the case's, and by class: restricted needs, and for housing and family officers theirs alone. */
@Injectable()
export class NeedRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** The case was found in the reach of `need:read`. Open ones first, the most severe before all. */
  async ofCase(file: ReachedCase): Promise<OpenNeed[]> {
    const rows = await currentWork().rows<NeedRow>(LIST, [file.id, ...reachValues('need:read'), ...shownTo(file)]);
    currentLine().returned(
      'need',
      rows.map(({ id }) => id),
    );
    return this.open(rows);
  }

  /** Which case a need is of; the caller asks for that case within its reach. */
  async caseOf(id: string): Promise<string> {
    const row = await currentWork().row<{ caseId: string }>(CASE_OF, [id]);
    if (!row) throw notFound();
    return row.caseId;
  }

  get(id: string, file: ReachedCase): Promise<OpenNeed> {
    return this.one(ONE, id, file);
  }

  hold(id: string, file: ReachedCase): Promise<OpenNeed> {
    return this.one(HOLD, id, file);
  }

  async add(file: ReachedCase, plain: NeedPlain, secrets: NeedSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { id: caseId, clientId, officeId } = file;
    const restricted = isRestrictedNeed(secrets.code);
    currentLine().about('need', id, { clientId, officeId }).changed('code', 'severity', 'status', 'source', 'note');
    const sealed = await this.sealer.seal(needPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { severity, status, identifiedOn } = plain;
    const recordClass = restricted ? 'RESTRICTED' : 'CONFIDENTIAL';
    const code = restricted ? null : secrets.code;
    const values = [id, orgId, officeId, clientId, caseId, recordClass, code, severity, status, identifiedOn, staffId, sealed];
    await currentWork().change(ADD, values);
    await this.steps.record({ type: 'need', id, action: 'identify', from: null, to: status, officeId, clientId });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(
    { row, secrets }: OpenNeed,
    version: number,
    after: Pick<Need, 'severity' | 'status'> & { note: string | null },
  ): Promise<void> {
    const before = { severity: row.severity, status: row.status, note: secrets.note };
    const changed = (['severity', 'status', 'note'] as const).filter((field) => before[field] !== after[field]);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const { id, clientId, officeId } = row;
    const sealed = await this.sealer.seal(needPlace({ id, clientId, sealVersion: row.sealVersion + 1 }), { ...secrets, note: after.note });
    await currentWork().change(EDIT, [id, version, after.severity, after.status, sealed]);
    if (row.status !== after.status)
      await this.steps.record({ type: 'need', id, action: 'follow', from: row.status, to: after.status, officeId, clientId });
  }

  /** How many needs of a case are open; the caller has checked the reach. */
  async openCount(caseId: string): Promise<number> {
    return (await currentWork().row<{ open: number }>(OPEN_COUNT, [caseId]))?.open ?? 0;
  }

  /** Needs that a plan in force answers. */
  async intoPlan(caseId: string, ids: readonly string[]): Promise<void> {
    if (ids.length) await currentWork().change(INTO_PLAN, [caseId, ids]);
  }

  /** Whether these are needs of this case. */
  async allOf(caseId: string, ids: readonly string[]): Promise<boolean> {
    return ids.length === 0 || (await currentWork().rows(OF_CASE, [caseId, ids])).length === new Set(ids).size;
  }

  private async one(statement: typeof ONE, id: string, file: ReachedCase): Promise<OpenNeed> {
    const row = await currentWork().row<NeedRow>(statement, [id, ...reachValues('need:read'), ...shownTo(file)]);
    currentLine().about('need', id, { clientId: file.clientId, officeId: file.officeId });
    const [need] = row ? await this.open([row]) : [];
    if (!need) throw notFound();
    currentLine().returned('need', [id]);
    return need;
  }

  private async open(rows: readonly Need[]): Promise<OpenNeed[]> {
    const secrets = await this.sealer.openMany<NeedSecrets>(rows.map((row) => ({ place: needPlace(row), sealed: row.sealed })));
    currentLine().opened(...new Set(rows.map(({ recordClass }) => (recordClass === 'RESTRICTED' ? 'RESTRICTED_NEEDS' : 'NEEDS'))));
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

const shownTo = (file: ReachedCase): boolean[] => [
  mayOn('need:read-restricted', file),
  mayOn('need:read-every', file),
  mayOn('need:read-housing', file),
  mayOn('need:read-family', file),
];
