import { Injectable } from '@nestjs/common';
import type { DocumentChoiceView, NeedChoiceView } from '@panah/contracts/referral-choices.contract';
import { isOpenNeed } from '@panah/domain/needs/need.rules';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { gapOf, PackageDocuments } from './package-documents';
import { PackageSource } from './package-source.records';

/** What there is to tell of a file: of which items anything is recorded, and needs and documents one by one. */
@Injectable()
export class ReferralOffers {
  constructor(
    private readonly source: PackageSource,
    private readonly documents: PackageDocuments,
  ) {}

  async of(file: ReachedCase): Promise<{ needs: NeedChoiceView[]; documents: DocumentChoiceView[]; present: Record<string, boolean> }> {
    const [needs, documents] = [await this.needsOf(file), await this.documentsOf(file)];
    const present = await this.source.present(file.clientId);
    return { needs, documents, present: { ...present, NEEDS: needs.length > 0, DOCUMENTS: documents.length > 0 } };
  }

  private async needsOf(file: ReachedCase): Promise<NeedChoiceView[]> {
    if (!mayOn('need:read', file)) return [];
    const open = (await this.source.needs(file, null)).filter(({ row }) => isOpenNeed(row.status));
    return open.map(({ row, secrets }) => ({
      id: row.id,
      code: secrets.code,
      severity: row.severity,
      restricted: row.recordClass === 'RESTRICTED',
    }));
  }

  private async documentsOf(file: ReachedCase): Promise<DocumentChoiceView[]> {
    if (!mayOn('document:read', file)) return [];
    const offered = await this.documents.offered(file);
    return offered.map((each) => ({
      id: each.row.id,
      title: each.secrets.title,
      type: each.row.type,
      restricted: each.row.class === 'RESTRICTED',
      why: gapOf(each),
    }));
  }
}
