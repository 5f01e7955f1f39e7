import { Injectable } from '@nestjs/common';
import type { CertificateInput, CertificateListView, CertificateView } from '@panah/contracts/reintegration.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { workerOf } from '../cases/case.view';
import { mayOn } from '../platform/access/may-on';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { CertificateRecords, type OpenCertificate } from './certificate.records';

/** Certificates of attendance. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly certificates: CertificateRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(caseId: string): Promise<CertificateListView> {
    const file = await this.cases.reachable(caseId, 'certificate:read');
    const items = await this.views(file.officeId, await this.certificates.ofCase(caseId));
    return { id: caseId, items, actions: mayOn('certificate:issue', file) ? ['issue'] : [] };
  }

  async read(id: string): Promise<CertificateView> {
    const certificate = await this.certificates.get(id);
    const [view] = await this.views(certificate.row.officeId, [certificate]);
    if (!view) throw notFound();
    return view;
  }

  async issue(caseId: string, { name, activity, from, until, hours = '' }: CertificateInput): Promise<CertificateView> {
    const file = await this.cases.reachable(caseId, 'certificate:issue');
    const today = await this.cases.todayOn(caseId);
    const fields: Record<string, string[]> = {};
    if (until < from) fields['until'] = ['before-start'];
    if (until > today) fields['until'] = ['in-future'];
    if (Object.keys(fields).length) throw new RuleBroken('certificate-days', {}, fields);
    return this.read(await this.certificates.issue(file, today, { name, activity, from, until, hours: hours || null }));
  }

  private async views(officeId: string, certificates: readonly OpenCertificate[]): Promise<CertificateView[]> {
    const [{ name: office }, names] = await Promise.all([
      this.staff.officeOf(officeId),
      this.staff.names(certificates.map(({ row }) => row.issuedBy)),
    ]);
    return certificates.map(({ row, secrets }) => ({
      id: row.id,
      caseId: row.caseId,
      ...secrets,
      issuedOn: row.issuedOn,
      issuedBy: workerOf(row.issuedBy, names),
      office,
    }));
  }
}
