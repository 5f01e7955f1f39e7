import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { ConsentAskings, type Question } from './consent-asking';
import { ConsentGivings } from './consent-giving';
import type { ConsentGiving } from '@panah/contracts/consents.contract';

/** What an intake wrote down of why the organisation may keep somebody's data. */
export interface WrittenBasis extends ConsentGiving, Pick<Question, 'interpreterKind' | 'interpreterId' | 'interpreterName'> {
  basis?: string | null;
}

/** Model 3.1 `INTAKE.open`: a case rests on C01, or on another legal basis. What was heard at intake becomes the client's first consent. */
@Injectable()
export class FirstConsentRecords {
  constructor(
    private readonly askings: ConsentAskings,
    private readonly givings: ConsentGivings,
  ) {}

  /**
   * In the transaction of the admission; the client's row exists by then. `explainedBy` is who spoke with the person.
   * @throws RuleBroken `legal-basis-missing` when there is none, `consent-missing` when C01 would not be active.
   */
  async keep(
    client: { clientId: string; officeId: string },
    written: WrittenBasis,
    { language, explainedBy }: { language: string; explainedBy: string | null },
  ): Promise<void> {
    if (!written.basis) throw new RuleBroken('legal-basis-missing', {}, { legalBasis: ['missing'] });
    if (written.basis !== 'CONSENT') return;
    const { interpreterKind, interpreterId, interpreterName } = written;
    const question = { purpose: 'C01_CASE', language, interpreterKind, interpreterId, interpreterName };
    const { row, secrets } = await this.askings.ask(client, question, { explainedBy: explainedBy ?? undefined });
    const { state } = await this.givings.give(row, secrets, written);
    if (state !== 'ACTIVE') throw new RuleBroken('consent-missing', { purpose: 'C01_CASE', missing: ['state'] });
  }
}
