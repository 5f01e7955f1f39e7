import { Injectable } from '@nestjs/common';
import type { ConsentView } from '@panah/contracts/consents.contract';
import type { ReachedCase } from '../cases/case.records';
import { DocumentRecords } from '../documents/document.records';
import { PartnerRecords } from '../partners/partner.records';
import { StaffRecords } from '../staff/staff.records';
import type { ConsentRow } from './consent.entity';
import { ConsentRecords } from './consent.records';
import { consentView, namedOnly, type OpenConsent } from './consent.view';

/** Consents opened, with their steps and the names of who took them. */
@Injectable()
export class ConsentViews {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly staff: StaffRecords,
    private readonly documents: DocumentRecords,
    private readonly partners: PartnerRecords,
  ) {}

  async of(rows: ConsentRow[], file: ReachedCase): Promise<ConsentView[]> {
    const [secrets, steps] = [await this.consents.open(rows), await this.consents.steps(rows.map(({ id }) => id))];
    const open: OpenConsent[] = rows.flatMap((row, at) => {
      const asked = secrets[at];
      return asked ? [{ row, secrets: asked, steps: steps.filter(({ consentId }) => consentId === row.id) }] : [];
    });
    const papers = await this.documents.known(open.flatMap(({ steps: taken }) => taken.flatMap(({ documentId }) => documentId ?? [])));
    const paperOf = new Map(papers.map(({ row, secrets: told }) => [row.id, { title: told.title, kind: row.kind }]));
    const names = await this.staff.names(open.flatMap((each) => [each.secrets.explainedBy, ...each.steps.map(({ byId }) => byId)]));
    const partners = await this.partners.called(open.flatMap(({ secrets: { recipients } }) => namedOnly(recipients)));
    return open.map((each) => consentView(each, file, { names, paperOf, partners }));
  }
}
