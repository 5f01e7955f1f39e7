import { Injectable } from '@nestjs/common';
import type { DocumentChoiceView, NeedChoiceView } from '@panah/contracts/referral-choices.contract';
import { isOpenNeed } from '@panah/domain/needs/need.rules';
import { type ReferralItem, USUAL_ITEMS } from '@panah/domain/referrals/package-items';
import type { ReachedCase } from '../cases/case.records';
import { Speakers } from '../consents/speakers.records';
import { mayOn } from '../platform/access/may-on';
import { today } from '../platform/access/today';
import { pieceOfDocument, pieceOfNeed } from './chosen-pieces';
import { gapOf, PackageDocuments } from './package-documents';
import { PackageSource } from './package-source.records';

const WITH_GUARDIAN: readonly ReferralItem[] = [...USUAL_ITEMS, 'GUARDIAN'];

export interface Offered {
  /** Of which items anything is recorded. */
  present: Record<string, boolean>;
  needs: NeedChoiceView[];
  documents: DocumentChoiceView[];
}

/** What there is to tell of a file: of which items anything is recorded, and needs and documents one by one. */
@Injectable()
export class ReferralOffers {
  constructor(
    private readonly source: PackageSource,
    private readonly documents: PackageDocuments,
    private readonly speakers: Speakers,
  ) {}

  async of(file: ReachedCase): Promise<Offered> {
    const [needs, documents] = [await this.needsOf(file), await this.documentsOf(file)];
    const present = await this.source.present(file.clientId);
    const some = { NEEDS: needs.some(({ health }) => !health), DOCUMENTS: documents.length > 0 };
    return {
      needs,
      documents,
      present: { ...present, ...some, HEALTH: [...needs, ...documents].some(({ health }) => health) },
    };
  }

  /** What stands ticked before anybody presses, by the consent that is at hand: of a minor, and of whom somebody else spoke for, also who that is. */
  async usualOf({ clientId }: ReachedCase, consentIds: readonly string[]): Promise<(consentId: string | null) => readonly ReferralItem[]> {
    const isMinor = await this.source.mayBeMinor(clientId, today());
    const spokenFor = await this.speakers.spokenFor(consentIds);
    return (consentId) => (isMinor || (consentId !== null && spokenFor.has(consentId)) ? WITH_GUARDIAN : USUAL_ITEMS);
  }

  private async needsOf(file: ReachedCase): Promise<NeedChoiceView[]> {
    if (!mayOn('need:read', file)) return [];
    const open = (await this.source.needs(file, null)).filter(({ row }) => isOpenNeed(row.status));
    return open.map((each) => ({ code: each.secrets.code, severity: each.row.severity, ...pieceOfNeed(each) }));
  }

  private async documentsOf(file: ReachedCase): Promise<DocumentChoiceView[]> {
    if (!mayOn('document:read', file)) return [];
    const offered = await this.documents.offered(file);
    return offered.map((each) => ({ title: each.secrets.title, type: each.row.type, ...pieceOfDocument(each), why: gapOf(each) }));
  }
}
