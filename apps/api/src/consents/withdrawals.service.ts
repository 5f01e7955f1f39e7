import { Injectable } from '@nestjs/common';
import type { HeardWithdrawalInput } from '@panah/contracts/consent-steps.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { requestScope } from '../platform/request-context';
import { ConsentRecords } from './consent.records';
import { HeardWithdrawalRecords } from './heard-withdrawal.records';

/** Answers leave at whole steps of this length: what was found, or not, is over by the first. */
const ANSWER_STEP_MS = 400;

/** A withdrawal that somebody outside the team was told. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly heard: HeardWithdrawalRecords,
    private readonly consents: ConsentRecords,
  ) {}

  /** What exists stops in this transaction; nothing is said of it. */
  async hear({ caseRef, purposes }: HeardWithdrawalInput): Promise<void> {
    requestScope.current().answerStepMs = ANSWER_STEP_MS;
    const file = await this.heard.open(parseCaseRef(caseRef) ?? caseRef);
    if (!file) return;
    await this.consents.withdrawAll(await this.consents.holdAllOf(file.clientId, purposes ?? null), 'HEARD_BY_COLLEAGUE');
    this.heard.aboutCase(file);
  }
}
