import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { PermitType } from '@panah/domain/vocabulary/legal-deadlines';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** A status paper as its table has it. */
export interface PermitRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  claimId: string | null;
  country: string;
  type: PermitType;
  validFrom: string | null;
  validTo: string | null;
  unlimited: boolean;
  renewalOpensOn: string | null;
  cardReceivedOn: string | null;
  renewalLodgedOn: string | null;
  successorId: string | null;
  withdrawnOn: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface PermitSecrets {
  number: string | null;
}

export interface OpenPermit {
  row: PermitRow;
  secrets: PermitSecrets;
}

export type PermitPlain = Pick<
  PermitRow,
  'claimId' | 'country' | 'type' | 'validFrom' | 'validTo' | 'unlimited' | 'cardReceivedOn' | 'renewalOpensOn'
>;

const COLUMNS = `p.id, p.office_id as "officeId", p.client_id as "clientId", p.case_id as "caseId", p.claim_id as "claimId", p.country, p.type, p.valid_from as "validFrom",
  p.valid_to as "validTo", p.unlimited, p.renewal_opens_on as "renewalOpensOn", p.card_received_on as "cardReceivedOn", p.renewal_lodged_on as "renewalLodgedOn",
  p.successor_id as "successorId", p.withdrawn_on as "withdrawnOn", p.sealed, p.seal_version as "sealVersion", p.version`;
const ONE = { name: 'permit.one', text: `select ${COLUMNS} from permit p where p.id = $1 and ${withinReachOfOne('p', 'client_id', 2)}` };
const HOLD = { name: 'permit.hold', text: `${ONE.text} for update` };
const OF = {
  name: 'permit.of-client',
  text: `select ${COLUMNS} from permit p where p.client_id = $1 and ${withinReachOfOne('p', 'client_id', 2)} order by p.valid_to desc nulls first, p.id desc limit 100`,
};
const ADD = {
  name: 'permit.add',
  text: `insert into permit (id, org_id, office_id, client_id, case_id, claim_id, country, type, valid_from, valid_to, unlimited, card_received_on, renewal_opens_on, added_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};
const EDIT = {
  name: 'permit.edit',
  text: `update permit set country = $3, type = $4, valid_from = $5, valid_to = $6, unlimited = $7, card_received_on = $8, renewal_opens_on = $9, sealed = $10,
           told_days = case when valid_to is distinct from $6 then null else told_days end, lapse_told_at = case when valid_to is distinct from $6 then null else lapse_told_at end,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const RENEW = {
  name: 'permit.renew',
  text: 'update permit set renewal_lodged_on = $2, renewal_proof_id = $3, version = version + 1 where id = $1',
};
const FOLLOW = { name: 'permit.follow', text: 'update permit set successor_id = $2, version = version + 1 where id = $1' };
const WITHDRAW = { name: 'permit.withdraw', text: 'update permit set withdrawn_on = $2, version = version + 1 where id = $1' };

/** The door to permits. Reach: the team in the roles whose classes name them, the coordinator's office; where somebody stands is reckoned, not stored. */
@Injectable()
export class PermitRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async of(clientId: string, word: Word = 'permit:read'): Promise<OpenPermit[]> {
    return this.open(
      await currentWork().rows<PermitRow>(OF, [clientId, ...reachValues(word)]),
      word === 'permit:read' ? 'CLAIMS' : 'PERMIT_DATES',
    );
  }

  async get(id: string, word: Word = 'permit:read'): Promise<OpenPermit> {
    return this.found(await currentWork().row<PermitRow>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<OpenPermit> {
    return this.found(await currentWork().row<PermitRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  async add(
    { id: caseId, clientId, officeId }: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>,
    plain: PermitPlain,
    secrets: PermitSecrets,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().changed('permits');
    const sealed = await this.sealer.seal(permitPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { claimId, country, type, validFrom, validTo, unlimited, cardReceivedOn, renewalOpensOn } = plain;
    const values = [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      claimId,
      country,
      type,
      validFrom,
      validTo,
      unlimited,
      cardReceivedOn,
      renewalOpensOn,
      staffId,
      sealed,
    ];
    await currentWork().change(ADD, values);
    await this.steps.record({ type: 'permit', id, action: 'add', from: null, to: 'VALID', officeId, clientId, reason: type });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets }: OpenPermit, version: number, plain: Omit<PermitPlain, 'claimId'>, number: string | null): Promise<void> {
    const before: Record<string, unknown> = { ...row, ...secrets };
    const changed = Object.entries({ ...plain, number })
      .filter(([name, value]) => before[name] !== value)
      .map(([name]) => name);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(permitPlace({ ...row, sealVersion: row.sealVersion + 1 }), { number });
    const { country, type, validFrom, validTo, unlimited, cardReceivedOn, renewalOpensOn } = plain;
    await currentWork().change(EDIT, [
      row.id,
      version,
      country,
      type,
      validFrom,
      validTo,
      unlimited,
      cardReceivedOn,
      renewalOpensOn,
      sealed,
    ]);
    await this.step(row);
  }

  async renew(row: PermitRow, lodgedOn: string, proofId: string): Promise<void> {
    currentLine().changed('renewalLodgedOn');
    await currentWork().change(RENEW, [row.id, lodgedOn, proofId]);
    await this.step(row);
  }

  async follow(row: PermitRow, successorId: string): Promise<void> {
    currentLine().changed('successorId');
    await currentWork().change(FOLLOW, [row.id, successorId]);
    await this.step(row);
  }

  async withdraw(row: PermitRow, on: string): Promise<void> {
    currentLine().changed('withdrawnOn');
    await currentWork().change(WITHDRAW, [row.id, on]);
    await this.step(row);
  }

  private async step({ id, officeId, clientId }: PermitRow): Promise<void> {
    await this.steps.record({ type: 'permit', id, action: 'edit', from: 'VALID', to: 'VALID', officeId, clientId });
  }

  private async found(row: PermitRow | null, id: string): Promise<OpenPermit> {
    currentLine().about('permit', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [permit] = row ? await this.open([row], 'CLAIMS') : [];
    if (!permit) throw notFound();
    return permit;
  }

  private async open(rows: readonly PermitRow[], opened: string): Promise<OpenPermit[]> {
    const secrets = await this.sealer.openMany<PermitSecrets>(rows.map((row) => ({ place: permitPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'permit',
      rows.map(({ id }) => id),
    );
    if (rows.length) currentLine().opened(opened);
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

export const permitPlace = ({ id, clientId, sealVersion }: Pick<PermitRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'permit',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
