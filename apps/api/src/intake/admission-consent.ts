import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { today } from '../clients/today';
import { ConsentAskings } from '../consents/consent-asking';
import { ConsentGivings } from '../consents/consent-giving';
import type { Enquiry } from './enquiry.entity';
import type { StepContent } from './intake-step.entity';

/** Model 3.1 `INTAKE.open`: a case rests on C01, or on another legal basis. What was heard at intake becomes the client's first consent. */
@Injectable()
export class AdmissionConsent {
  constructor(
    private readonly askings: ConsentAskings,
    private readonly givings: ConsentGivings,
  ) {}

  /** @throws RuleBroken `consent-missing` when C01 would not be active, `legal-basis-missing` when there is no basis at all. */
  async keep(enquiry: Enquiry, clientId: string, { LEGAL_BASIS, IDENTITY }: StepContent): Promise<void> {
    if (!LEGAL_BASIS.basis) throw new RuleBroken('legal-basis-missing', {}, { legalBasis: ['missing'] });
    if (LEGAL_BASIS.basis !== 'CONSENT') return;
    const { interpreterKind, interpreterId, interpreterName } = LEGAL_BASIS;
    const language = LEGAL_BASIS.language ?? IDENTITY.languages?.[0] ?? enquiry.language ?? '';
    const question = { purpose: 'C01_CASE', language, interpreterKind, interpreterId, interpreterName };
    const { officeId } = enquiry;
    const { row, secrets } = await this.askings.ask({ clientId, officeId }, question, enquiry.proposedBy ?? undefined);
    const { state } = await this.givings.give(row, secrets, LEGAL_BASIS, today());
    if (state !== 'ACTIVE') throw new RuleBroken('consent-missing', { purpose: 'C01_CASE', missing: ['state'] });
  }
}
