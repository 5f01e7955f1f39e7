import { Injectable } from '@nestjs/common';
import type { ConsentInput } from '@panah/contracts/consents.contract';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { ConsentsService } from './consents.service';
import { type Grant, Grants } from './grants.records';

/** What somebody agreed to, for one recipient. */
export interface AgreedTo extends ConsentInput {
  recipients: NonNullable<ConsentInput['recipients']>;
  scope: NonNullable<ConsentInput['scope']>;
}

/** The door for an act of another room that begins with the person's word. */
@Injectable()
export class ConsentForAct {
  constructor(
    private readonly consents: ConsentsService,
    private readonly grants: Grants,
  ) {}

  /**
   * Records the consent and hands out the grant that rests on it, in the transaction of the act.
   * @throws RuleBroken as recording does, and `consent-missing` when what was recorded does not stand.
   */
  async given({ id: caseId, clientId }: { id: string; clientId: string }, input: AgreedTo): Promise<Grant> {
    const { details } = await this.consents.record(caseId, input);
    const recipient = details?.recipients[0]?.id ?? '';
    return this.grants.forRecipient({ clientId, purpose: input.purpose as ConsentPurpose, recipient, scope: input.scope });
  }
}
