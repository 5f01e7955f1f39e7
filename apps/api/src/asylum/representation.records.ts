import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { CaseFile } from '../cases/case.entity';
import type { Grant } from '../consents/grants.records';
import { StopsWithConsent } from '../consents/stops-with-consent.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** A legal representative as the table has them; who it is lies sealed. */
export interface RepresentationRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  claimId: string | null;
  capacity: string;
  recipient: string;
  fromOn: string;
  toOn: string | null;
  conflictChecked: boolean;
  mayReceiveFiles: boolean;
  mandateId: string | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface RepresentationSecrets {
  name: string;
  whoKind: string;
  contact: string | null;
}

export interface OpenRepresentation {
  row: RepresentationRow;
  secrets: RepresentationSecrets;
}

export interface ShareRow extends Record<string, unknown> {
  id: string;
  clientId: string;
  representationId: string;
  scope: string[];
  sharedBy: string;
  sharedAt: Date;
  sealed: Buffer;
  sealVersion: number;
}

export interface ShareSecrets {
  documents: string[];
  what: string;
}

export type RepresentationPlain = Pick<
  RepresentationRow,
  'claimId' | 'capacity' | 'recipient' | 'fromOn' | 'toOn' | 'conflictChecked' | 'mayReceiveFiles' | 'mandateId'
>;

const COLUMNS = `r.id, r.office_id as "officeId", r.client_id as "clientId", r.case_id as "caseId", r.claim_id as "claimId", r.capacity, r.recipient, r.from_on as "fromOn",
  r.to_on as "toOn", r.conflict_checked as "conflictChecked", r.may_receive_files as "mayReceiveFiles", r.mandate_id as "mandateId", r.sealed, r.seal_version as "sealVersion", r.version`;
const ONE = {
  name: 'representation.one',
  text: `select ${COLUMNS} from legal_representation r where r.id = $1 and ${withinReachOfOne('r', 'client_id', 2)}`,
};
const HOLD = { name: 'representation.hold', text: `${ONE.text} for update` };
const OF = {
  name: 'representation.of-client',
  text: `select ${COLUMNS} from legal_representation r where r.client_id = $1 and ${withinReachOfOne('r', 'client_id', 2)} order by r.to_on desc nulls first, r.from_on desc, r.id limit 50`,
};
const ADD = {
  name: 'representation.add',
  text: `insert into legal_representation (id, org_id, office_id, client_id, case_id, claim_id, capacity, recipient, from_on, to_on, conflict_checked, may_receive_files, mandate_id, added_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};
const EDIT = {
  name: 'representation.edit',
  text: `update legal_representation set claim_id = $3, capacity = $4, recipient = $5, from_on = $6, to_on = $7, conflict_checked = $8, may_receive_files = $9, mandate_id = $10, sealed = $11,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const SHARES = {
  name: 'legal-share.of',
  text: `select s.id, s.client_id as "clientId", s.representation_id as "representationId", s.scope, s.shared_by as "sharedBy", s.shared_at as "sharedAt", s.sealed,
           s.seal_version as "sealVersion" from legal_share s where s.representation_id = any($1::uuid[]) order by s.shared_at desc, s.id limit 200`,
};
const SHARE = {
  name: 'legal-share.add',
  text: `insert into legal_share (id, org_id, office_id, client_id, case_id, representation_id, purpose, recipient, scope, consent_id, legal_basis_id, shared_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const STOP = {
  name: 'representation.stop',
  text: `update legal_representation set may_receive_files = false, version = version + 1 where client_id = $1 and recipient = any($2::uuid[]) and may_receive_files
         returning id, office_id as "officeId", client_id as "clientId", case_id as "caseId"`,
};

export type Stopped = Pick<RepresentationRow, 'id' | 'officeId' | 'clientId' | 'caseId'>;

/** The door to legal representatives. What goes to them goes on a grant (C04), and stops with it. */
@Injectable()
export class RepresentationRecords implements OnModuleInit {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
    private readonly stops: StopsWithConsent,
  ) {}

  /** R-CO-03: who was to receive files receives none any more. */
  onModuleInit(): void {
    this.stops.onWithdrawal(['C04_LEGAL'], async ({ clientId, recipients, to }) => {
      if (to !== 'SUPERSEDED') await this.stop(clientId, recipients);
    });
  }

  async of(clientId: string): Promise<OpenRepresentation[]> {
    return this.open(await currentWork().rows<RepresentationRow>(OF, [clientId, ...reachValues('representation:read')]));
  }

  async get(id: string, word: Word = 'representation:read'): Promise<OpenRepresentation> {
    return this.found(await currentWork().row<RepresentationRow>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<OpenRepresentation> {
    return this.found(await currentWork().row<RepresentationRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  async add(
    { id: caseId, clientId, officeId }: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>,
    plain: RepresentationPlain,
    secrets: RepresentationSecrets,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('legal_representation', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(representationPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { claimId, capacity, recipient, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId } = plain;
    const values = [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      claimId,
      capacity,
      recipient,
      fromOn,
      toOn,
      conflictChecked,
      mayReceiveFiles,
      mandateId,
      staffId,
      sealed,
    ];
    await currentWork().change(ADD, values);
    await this.steps.record({ type: 'legal_representation', id, action: 'add', from: null, to: 'ACTIVE', officeId, clientId });
    return id;
  }

  async edit(
    { row, secrets }: OpenRepresentation,
    version: number,
    plain: RepresentationPlain,
    after: RepresentationSecrets,
  ): Promise<void> {
    const before: Record<string, unknown> = { ...row, ...secrets };
    const changed = Object.entries({ ...plain, ...after })
      .filter(([name, value]) => before[name] !== value)
      .map(([name]) => name);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(representationPlace({ ...row, sealVersion: row.sealVersion + 1 }), after);
    const { claimId, capacity, recipient, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId } = plain;
    await currentWork().change(EDIT, [
      row.id,
      version,
      claimId,
      capacity,
      recipient,
      fromOn,
      toOn,
      conflictChecked,
      mayReceiveFiles,
      mandateId,
      sealed,
    ]);
    await this.step(row, 'edit');
  }

  /** What goes out now, on the ground that the grant holds. */
  async share(grant: Grant, row: RepresentationRow, secrets: ShareSecrets): Promise<void> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { clientId, purpose, recipient, scope, restsOn } = grant;
    currentLine().changed('shares', 'scope', 'documents');
    const sealed = await this.sealer.seal(sharePlace({ id, clientId, sealVersion: 1 }), secrets);
    const { consentId, legalBasisId } = restsOn;
    await currentWork().change(SHARE, [
      id,
      orgId,
      row.officeId,
      clientId,
      row.caseId,
      row.id,
      purpose,
      recipient,
      scope,
      consentId,
      legalBasisId,
      staffId,
      sealed,
    ]);
    await this.step(row, 'share');
  }

  /** What each of several was given, newest first. */
  async shares(ids: readonly string[]): Promise<{ row: ShareRow; secrets: ShareSecrets }[]> {
    const rows = await currentWork().rows<ShareRow>(SHARES, [ids]);
    const secrets = await this.sealer.openMany<ShareSecrets>(rows.map((row) => ({ place: sharePlace(row), sealed: row.sealed })));
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }

  private async stop(clientId: string, recipients: readonly string[]): Promise<void> {
    for (const row of await currentWork().rows<Stopped & Record<string, unknown>>(STOP, [clientId, recipients])) {
      currentLine().changed('mayReceiveFiles');
      await this.step(row, 'stop');
    }
  }

  private async step({ id, officeId, clientId }: Stopped, action: string): Promise<void> {
    await this.steps.record({ type: 'legal_representation', id, action, from: 'ACTIVE', to: 'ACTIVE', officeId, clientId });
  }

  private async found(row: RepresentationRow | null, id: string): Promise<OpenRepresentation> {
    currentLine().about('legal_representation', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    return one;
  }

  private async open(rows: readonly RepresentationRow[]): Promise<OpenRepresentation[]> {
    const secrets = await this.sealer.openMany<RepresentationSecrets>(
      rows.map((row) => ({ place: representationPlace(row), sealed: row.sealed })),
    );
    currentLine().returned(
      'legal_representation',
      rows.map(({ id }) => id),
    );
    if (rows.length) currentLine().opened('CLAIMS');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

export const representationPlace = ({ id, clientId, sealVersion }: Pick<RepresentationRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'legal_representation',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
const sharePlace = ({ id, clientId, sealVersion }: Pick<ShareRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'legal_share',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
