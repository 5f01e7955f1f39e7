import { Injectable } from '@nestjs/common';
import type { AuditListView, AuditQuery, AuditVerificationView, FileLooksView } from '@panah/contracts/audit.contract';
import type { ListQuery } from '@panah/contracts/list.contract';
import { AuditVerifier } from '../platform/audit/audit-verifier';
import { currentLine } from '../platform/audit/current-line';
import { StaffRecords } from '../staff/staff.records';
import { type AuditPage, AuditRecords } from './audit.records';
import { auditLineView, fileLookView, type Names } from './audit.view';

@Injectable()
export class AuditService {
  constructor(
    private readonly audit: AuditRecords,
    private readonly staff: StaffRecords,
    private readonly verifier: AuditVerifier,
  ) {}

  async log(query: AuditQuery): Promise<AuditListView> {
    const page = await this.audit.log(query);
    const names = await this.namesIn(page);
    return { items: page.rows.map((row) => auditLineView(row, names)), total: page.total, next: page.next };
  }

  async looksAt(clientId: string, query: ListQuery): Promise<FileLooksView> {
    const page = await this.audit.looksAt(clientId, query);
    const names = await this.namesIn(page);
    return { items: page.rows.map((row) => fileLookView(row, names)), total: page.total, next: page.next };
  }

  async verify(): Promise<AuditVerificationView> {
    const verdict = await this.verifier.verify();
    if (verdict.reason) currentLine().because(verdict.reason);
    return { ...verdict, checkedAt: new Date().toISOString() };
  }

  private namesIn({ rows }: AuditPage): Promise<Names> {
    return this.staff.names([...new Set(rows.flatMap(({ actor_id }) => actor_id ?? []))]);
  }
}
