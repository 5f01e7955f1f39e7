import { Injectable } from '@nestjs/common';
import type { ClaimAction, ClaimState } from '@panah/domain/asylum/claim.process';
import type { EarlierClaim } from '@panah/domain/asylum/claim.rules';
import type { Word } from '@panah/domain/access/access-table';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, hasWord, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { claimPlace, type ClaimRow, type ClaimSecrets, type OpenClaim } from './claim';

type Owner = Pick<CaseFile, 'id' | 'clientId' | 'officeId'>;
export type ClaimDays = Partial<
  Pick<ClaimRow, 'madeOn' | 'registeredOn' | 'lodgedOn' | 'decisionTargetOn' | 'interviewOn' | 'interviewAt' | 'endedOn'>
>;

/** Where refuge stands, for the header of a file. */
export interface RefugeJourney {
  state: string;
  since: string;
  nextAct: string;
  dueOn: string | null;
  ownerId: string | null;
}

export const CLAIM_COLUMNS = `c.id, c.office_id as "officeId", c.client_id as "clientId", c.case_id as "caseId", c.country, c.procedure_type as "procedureType", c.state,
  c.state_since as "stateSince", c.follows_id as "followsId", c.made_on as "madeOn", c.registered_on as "registeredOn", c.lodged_on as "lodgedOn",
  c.decision_target_on as "decisionTargetOn", c.interview_on as "interviewOn", c.interview_at as "interviewAt", c.ended_on as "endedOn", c.sealed,
  c.seal_version as "sealVersion", c.version`;
const ONE = {
  name: 'claim.one',
  text: `select ${CLAIM_COLUMNS} from protection_claim c where c.id = $1 and ${withinReachOfOne('c', 'client_id', 2)}`,
};
const HOLD = { name: 'claim.hold', text: `${ONE.text} for update` };
const OF = {
  name: 'claim.of-client',
  text: `select ${CLAIM_COLUMNS} from protection_claim c where c.client_id = $1 and ${withinReachOfOne('c', 'client_id', 2)} order by (c.ended_on is not null), c.opened_at desc limit 50`,
};
const EARLIER = {
  name: 'claim.earlier',
  text: `select c.id, c.country, c.procedure_type as "procedureType", c.state from protection_claim c where c.client_id = $1`,
};
const ADD = {
  name: 'claim.add',
  text: `insert into protection_claim (id, org_id, office_id, client_id, case_id, country, procedure_type, state, state_since, follows_id, opened_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, 'PREPARING', $8, $9, $10, $11)`,
};
const MOVE = {
  name: 'claim.move',
  text: `update protection_claim set state = $3, state_since = $4, made_on = $5, registered_on = $6, lodged_on = $7, decision_target_on = $8, interview_on = $9, interview_at = $10,
           ended_on = $11, sealed = $12, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const EDIT = {
  name: 'claim.edit',
  text: 'update protection_claim set sealed = $3, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2',
};
/** The open claim that moved last, and its nearest deadline. One round trip, by indexes. */
const JOURNEY = {
  name: 'claim.journey',
  text: `select c.state, c.state_since as since, d.type as "nextAct", d.due_on as "dueOn",
           coalesce(d.owner_id, (select t.staff_id from case_team t where t.client_id = c.client_id and t.role = 'LEGAL' and t.starts_at <= now() and t.ended_at is null
             and (t.ends_at is null or t.ends_at > now()) order by t.starts_at, t.id limit 1)) as "ownerId"
           from protection_claim c left join lateral (select type, due_on, owner_id from legal_deadline x where x.claim_id = c.id and x.state = 'OPEN'
             order by x.due_on nulls first, x.id limit 1) d on true
          where (c.client_id = $1 or c.case_id = $1) and ${withinReachOfOne('c', 'client_id', 2)} order by (c.ended_on is not null), c.state_since desc, c.id desc limit 1`,
};

/** The door to claims. Reach: the team in the roles whose classes name claims, the coordinator's office. */
@Injectable()
export class ClaimRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** All of a client, open ones first. The caller has checked the case. */
  async of(clientId: string): Promise<OpenClaim[]> {
    return this.open(await currentWork().rows<ClaimRow>(OF, [clientId, ...reachValues('claim:read')]));
  }

  /** What stands against a new one (R-AS-09, R-AS-10). */
  async earlier(clientId: string): Promise<EarlierClaim[]> {
    return currentWork().rows<EarlierClaim & Record<string, unknown>>(EARLIER, [clientId]);
  }

  async get(id: string, word: Word = 'claim:read'): Promise<OpenClaim> {
    return this.found(await currentWork().row<ClaimRow>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody else moves or edits it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenClaim> {
    return this.found(await currentWork().row<ClaimRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  async add(
    { id: caseId, clientId, officeId }: Owner,
    plain: Pick<ClaimRow, 'country' | 'procedureType' | 'followsId' | 'stateSince'>,
    secrets: ClaimSecrets,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('protection_claim', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(claimPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { country, procedureType, stateSince, followsId } = plain;
    await currentWork().change(ADD, [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      country,
      procedureType,
      stateSince,
      followsId,
      staffId,
      sealed,
    ]);
    await this.steps.record({ type: 'protection_claim', id, action: 'open', from: null, to: 'PREPARING', officeId, clientId });
    return id;
  }

  /** A step of a held claim, with the days and details it leaves. */
  async move(
    { row, secrets }: OpenClaim,
    action: ClaimAction,
    to: ClaimState,
    on: string,
    days: ClaimDays,
    details: Partial<ClaimSecrets> = {},
    note: string | null = null,
  ): Promise<void> {
    const { id, clientId, officeId, version, state: from } = row;
    const next = { ...row, ...days };
    currentLine().changed('state', ...Object.keys(days), ...Object.keys(details));
    const sealed = await this.sealer.seal(claimPlace({ ...row, sealVersion: row.sealVersion + 1 }), { ...secrets, ...details });
    await currentWork().change(MOVE, [
      id,
      version,
      to,
      on,
      next.madeOn,
      next.registeredOn,
      next.lodgedOn,
      next.decisionTargetOn,
      next.interviewOn,
      next.interviewAt,
      next.endedOn,
      sealed,
    ]);
    await this.steps.record({ type: 'protection_claim', id, action, from, to, officeId, clientId, note });
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets }: OpenClaim, version: number, after: ClaimSecrets): Promise<void> {
    const changed = Object.entries(after)
      .filter(([name, value]) => JSON.stringify(secrets[name as keyof ClaimSecrets]) !== JSON.stringify(value))
      .map(([name]) => name);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(claimPlace({ ...row, sealVersion: row.sealVersion + 1 }), after);
    await currentWork().change(EDIT, [row.id, version, sealed]);
  }

  /** A line in the history of a claim that stays where it is. */
  async leaveStep({ id, clientId, officeId, state }: ClaimRow, action: string): Promise<void> {
    await this.steps.record({ type: 'protection_claim', id, action, from: state, to: state, officeId, clientId });
  }

  /** Where refuge stands for a client or case: null where nothing began, or where the reader reads no claims. */
  async journeyOf(caseOrClientId: string): Promise<RefugeJourney | null> {
    if (!hasWord('claim:read')) return null;
    const row = await currentWork().row<RefugeJourney & Record<string, unknown>>(JOURNEY, [caseOrClientId, ...reachValues('claim:read')]);
    return row && { ...row, nextAct: row.nextAct ?? row.state };
  }

  private async found(row: ClaimRow | null, id: string): Promise<OpenClaim> {
    currentLine().about('protection_claim', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [claim] = row ? await this.open([row]) : [];
    if (!claim) throw notFound();
    return claim;
  }

  private async open(rows: readonly ClaimRow[]): Promise<OpenClaim[]> {
    const secrets = await this.sealer.openMany<ClaimSecrets>(rows.map((row) => ({ place: claimPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'protection_claim',
      rows.map(({ id }) => id),
    );
    if (rows.length) currentLine().opened('CLAIMS');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}
