import { Injectable } from '@nestjs/common';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** That somebody took part in something. Never changed: a wrong one is issued anew. */
export interface Certificate {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  issuedOn: string;
  issuedBy: string;
  sealed: Buffer;
  sealVersion: number;
}

export interface CertificateSecrets {
  name: string;
  activity: string;
  from: string;
  until: string;
  hours: string | null;
}

export interface OpenCertificate {
  row: Certificate;
  secrets: CertificateSecrets;
}

type Row = Certificate & Record<string, unknown>;

const COLUMNS = `a.id, a.office_id as "officeId", a.client_id as "clientId", a.case_id as "caseId", a.issued_on as "issuedOn", a.issued_by as "issuedBy", a.sealed,
  a.seal_version as "sealVersion"`;
const OF = {
  name: 'certificate.of-case',
  text: `select ${COLUMNS} from attendance_certificate a where a.case_id = $1 and ${withinReachOfOne('a', 'client_id', 2)} order by a.issued_on desc, a.id desc limit 100`,
};
const ONE = {
  name: 'certificate.one',
  text: `select ${COLUMNS} from attendance_certificate a where a.id = $1 and ${withinReachOfOne('a', 'client_id', 2)}`,
};
const ADD = {
  name: 'certificate.add',
  text: `insert into attendance_certificate (id, org_id, office_id, client_id, case_id, issued_on, issued_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const placeOf = ({ id, clientId, sealVersion }: Pick<Certificate, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'attendance_certificate',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

@Injectable()
export class CertificateRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async ofCase(caseId: string): Promise<OpenCertificate[]> {
    return this.opened(await currentWork().rows<Row>(OF, [caseId, ...reachValues('certificate:read')]));
  }

  async get(id: string): Promise<OpenCertificate> {
    const row = await currentWork().row<Row>(ONE, [id, ...reachValues('certificate:read')]);
    currentLine().about('certificate', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [certificate] = row ? await this.opened([row]) : [];
    if (!certificate) throw notFound();
    return certificate;
  }

  async issue({ id: caseId, clientId, officeId }: ReachedCase, issuedOn: string, secrets: CertificateSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: 1 }), secrets);
    currentLine().about('certificate', id, { clientId, officeId }).changed('activity');
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, issuedOn, staffId, sealed]);
    await this.steps.record({ type: 'certificate', id, action: 'issue', from: null, to: 'ISSUED', officeId, clientId });
    return id;
  }

  private async opened(rows: readonly Certificate[]): Promise<OpenCertificate[]> {
    currentLine().returned(
      'certificate',
      rows.map(({ id }) => id),
    );
    const secrets = await this.sealer.openMany<CertificateSecrets>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('PLAN');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}
