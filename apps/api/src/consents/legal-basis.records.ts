import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import type { ReachedCase } from '../cases/case.records';
import { type LegalBasis, legalBasisPlace, type LegalBasisSecrets } from './disclosure.entity';

type Row = LegalBasis & Record<string, unknown>;

const COLUMNS = `b.id, b.office_id as "officeId", b.client_id as "clientId", b.case_id as "caseId", b.basis, b.purpose, b.recipient, b.scope, b.state,
  b.asked_by as "askedBy", b.asked_at as "askedAt", b.second_id as "secondId", b.decided_at as "decidedAt", b.decided_how as "decidedHow",
  b.confirmed_at as "confirmedAt", b.valid_until as "validUntil", b.objected_at as "objectedAt", b.inform, b.informed_at as "informedAt", b.sealed, b.version`;
const OF = {
  name: 'legal-basis.of-client',
  text: `select ${COLUMNS} from legal_basis b where b.client_id = $1 and ${withinReachOfOne('b', 'client_id', 2)} order by b.asked_at desc, b.id desc limit 100`,
};
const ONE = {
  name: 'legal-basis.one',
  text: `select ${COLUMNS} from legal_basis b where b.id = $1 and ${withinReachOfOne('b', 'client_id', 2)}`,
};
const HOLD = { name: 'legal-basis.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'legal-basis.add',
  text: `insert into legal_basis (id, org_id, office_id, client_id, case_id, basis, purpose, recipient, scope, state, asked_by, inform, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'ASKED', $10, $11, $12)`,
};
const DECIDE = {
  name: 'legal-basis.decide',
  text: `update legal_basis set state = $2, second_id = $3, decided_at = $4, decided_how = $5, confirmed_at = $6, valid_until = $7, version = version + 1 where id = $1`,
};
const CONFIRM = {
  name: 'legal-basis.confirm',
  text: 'update legal_basis set confirmed_at = $2, valid_until = $3, version = version + 1 where id = $1',
};
const OBJECT = {
  name: 'legal-basis.object',
  text: 'update legal_basis set state = $2, objected_at = now(), valid_until = null, version = version + 1 where id = $1',
};
const INFORMED = { name: 'legal-basis.informed', text: 'update legal_basis set informed_at = now(), version = version + 1 where id = $1' };

export interface AskedBasis {
  basis: string;
  purpose: string;
  scope: readonly string[];
  inform: string;
  secrets: LegalBasisSecrets;
}

export interface Decision {
  state: string;
  action: string;
  secondId: string;
  decidedAt: Date;
  how: 'WRITTEN' | 'VERBAL';
  validUntil: Date | null;
}

/** The door to what two people agreed to tell without consent (R-CO-08). */
@Injectable()
export class LegalBasisRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async of(clientId: string, word: Word): Promise<LegalBasis[]> {
    const rows = await currentWork().rows<Row>(OF, [clientId, ...reachValues(word)]);
    currentLine().returned(
      'legal_basis',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string, word: Word): Promise<LegalBasis> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<LegalBasis> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues(word)]), id);
  }

  async open(rows: readonly LegalBasis[]): Promise<LegalBasisSecrets[]> {
    return this.sealer.openMany<LegalBasisSecrets>(
      rows.map(({ id, clientId, sealed }) => ({ place: legalBasisPlace(id, clientId), sealed })),
    );
  }

  async add({ id: caseId, clientId, officeId }: ReachedCase, { basis, purpose, scope, inform, secrets }: AskedBasis): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('legal_basis', id, { clientId, officeId }).changed('basis', 'purpose', 'recipient', 'scope');
    const sealed = await this.sealer.seal(legalBasisPlace(id, clientId), secrets);
    await currentWork().change(ADD, [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      basis,
      purpose,
      secrets.recipient.id,
      scope,
      staffId,
      inform,
      sealed,
    ]);
    await this.steps.record({ type: 'legal_basis', id, action: 'ask', from: null, to: 'ASKED', officeId, clientId });
    return id;
  }

  async decide(row: LegalBasis, { state, action, secondId, decidedAt, how, validUntil }: Decision): Promise<void> {
    const confirmedAt = how === 'WRITTEN' ? decidedAt : null;
    await currentWork().change(DECIDE, [row.id, state, secondId, decidedAt, how, confirmedAt, validUntil]);
    await this.step(row, action, state);
  }

  async confirm(row: LegalBasis, validUntil: Date): Promise<void> {
    await currentWork().change(CONFIRM, [row.id, new Date(), validUntil]);
    await this.step(row, 'confirm', row.state);
  }

  async object(row: LegalBasis, state: string): Promise<void> {
    await currentWork().change(OBJECT, [row.id, state]);
    await this.step(row, 'object', state);
  }

  async informed(row: LegalBasis): Promise<void> {
    await currentWork().change(INFORMED, [row.id]);
    await this.step(row, 'inform', row.state);
  }

  private async step({ id, officeId, clientId, state }: LegalBasis, action: string, to: string): Promise<void> {
    currentLine().changed('state');
    await this.steps.record({ type: 'legal_basis', id, action, from: state, to, officeId, clientId });
  }

  private found(row: LegalBasis | null, id: string): LegalBasis {
    currentLine().about('legal_basis', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('legal_basis', [id]);
    return row;
  }
}
