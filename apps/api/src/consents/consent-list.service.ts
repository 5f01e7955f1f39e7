import { Injectable } from '@nestjs/common';
import type { ConsentsView } from '@panah/contracts/consents.contract';
import { isOfAWish } from '@panah/domain/consents/purposes';
import { CaseRecords } from '../cases/case.records';
import { PartnerRecords } from '../partners/partner.records';
import { mayOn } from '../platform/access/may-on';
import { StaffRecords } from '../staff/staff.records';
import { ConsentRecords } from './consent.records';
import { purposeView } from './consent.view';
import { ConsentViews } from './consent-views';
import { InterpreterRecords } from './interpreter.records';
import { purposesKnownOn, purposesOpenOn } from './purposes-open';

/** The consents of one case, and what is needed to ask for another. */
@Injectable()
export class ConsentListService {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly views: ConsentViews,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    private readonly partners: PartnerRecords,
    private readonly interpreters: InterpreterRecords,
  ) {}

  async list(caseId: string): Promise<ConsentsView> {
    const file = await this.cases.reachable(caseId, 'consent:read');
    const rows = await this.consents.of(file.clientId, purposesKnownOn(file), 'consent:read');
    const records = mayOn('consent:record', file);
    const closed = await this.interpreters.closedTo(file.clientId);
    const colleagues = records ? await this.staff.colleaguesIn(file.officeId) : [];
    const names = records || mayOn('legal-basis:ask', file); // whoever may name a recipient
    const partners = names ? (await this.partners.list({ limit: 100 })).rows : [];
    return {
      id: caseId,
      items: await this.views.of(rows, file),
      purposes: records
        ? purposesOpenOn(file)
            .filter((purpose) => !isOfAWish(purpose))
            .map(purposeView)
        : [],
      ...(await this.interpreters.languagesOf(file.clientId)),
      interpreters: colleagues.filter(({ id }) => !closed.has(id)).map(({ id, displayName }) => ({ id, name: displayName })),
      partners: partners.map(({ id, name }) => ({ id, kind: 'PARTNER', name })),
      actions: records ? ['record'] : [],
    };
  }
}
