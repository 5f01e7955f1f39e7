import { Injectable } from '@nestjs/common';
import type {
  InboxAcceptanceInput,
  InboxDeletionInput,
  InboxOutcomeInput,
  InboxProgressInput,
  InboxQuestionInput,
  InboxReferralView,
  InboxRefusalInput,
  InboxStartInput,
  InboxStopInput,
} from '@panah/contracts/inbox.contract';
import { move } from '@panah/domain/process/process';
import { assertInboxAction, assertStarted } from '@panah/domain/referrals/inbox.rules';
import { referralProcess } from '@panah/domain/referrals/referral.process';
import { ToldWithdrawals } from '../consents/told-withdrawal.records';
import { currentActor } from '../platform/access/current-reach';
import { InboxPackages } from './inbox-package.records';
import { InboxSteps } from './inbox-steps';
import { InboxRecords } from './inbox.records';
import { InboxService } from './inbox.service';
import { ReferralPackages } from './referral-packages';
import { dayOf, today } from '../platform/access/today';

/** What a partner answers. Each act is read as the case team reads it: hold the referral, take the step. */
@Injectable()
export class InboxActsService {
  constructor(
    private readonly inbox: InboxRecords,
    private readonly packages: InboxPackages,
    private readonly steps: InboxSteps,
    private readonly withdrawals: ToldWithdrawals,
    private readonly identity: ReferralPackages,
    private readonly reading: InboxService,
  ) {}

  /** R-RE-05: the clock stands still until the answer, once. */
  async ask(id: string, { text }: InboxQuestionInput): Promise<InboxReferralView> {
    await this.steps.take(await this.inbox.hold(id), 'ask', { message: 'QUESTION', text, task: 'REFERRAL_QUESTION' });
    return this.reading.read(id);
  }

  /** The name follows in a package of its own where the consent that holds now names it; what it needs of consents it holds before the referral. */
  async accept(id: string, { focalWorker }: InboxAcceptanceInput): Promise<InboxReferralView> {
    const { state } = await this.inbox.act(id);
    move(referralProcess, state, 'accept');
    await this.identity.sealIdentity(id);
    await this.steps.take(await this.inbox.hold(id), 'accept', { message: 'ACCEPTANCE', text: focalWorker, task: 'REFERRAL_ACCEPTED' });
    return this.reading.read(id);
  }

  /** It is gone for them at once. */
  async decline(id: string, { reason, text }: InboxRefusalInput): Promise<void> {
    const said = { code: reason, message: 'DECLINE', text: text ?? null, task: 'REFERRAL_DECLINED' } as const;
    await this.steps.take(await this.inbox.hold(id), 'decline', said);
  }

  async start(id: string, { on }: InboxStartInput): Promise<InboxReferralView> {
    const row = await this.inbox.hold(id);
    assertInboxAction(row, 'start');
    assertStarted(on, dayOf(row.decidedAt ?? new Date()), today());
    await this.steps.take(row, 'start', { code: on });
    return this.reading.read(id);
  }

  async report(id: string, { text }: InboxProgressInput): Promise<InboxReferralView> {
    const row = await this.inbox.hold(id);
    assertInboxAction(row, 'report');
    await this.steps.note(row, 'report', { message: 'PROGRESS', text });
    return this.reading.read(id);
  }

  async complete(id: string, { outcome, text }: InboxOutcomeInput): Promise<InboxReferralView> {
    await this.steps.take(await this.inbox.hold(id), 'complete', { code: outcome, message: 'OUTCOME', text, task: 'REFERRAL_COMPLETED' });
    return this.reading.read(id);
  }

  async stop(id: string, { text }: InboxStopInput): Promise<InboxReferralView> {
    const row = await this.inbox.hold(id);
    assertInboxAction(row, 'discontinue');
    await this.steps.take(row, 'discontinue', { message: 'STOP', text, task: 'REFERRAL_STOPPED' });
    return this.reading.read(id);
  }

  /** The consent itself ends, and with it all that rests on it (R-CO-03, R-CO-04): this referral among the rest. */
  async hearWithdrawal(id: string): Promise<void> {
    const row = await this.inbox.act(id);
    assertInboxAction(row, 'hear-withdrawal');
    const packages = await this.packages.of(row, currentActor().orgId);
    await this.withdrawals.withdraw(row.clientId, [row.consentId, ...packages.map(({ consentId }) => consentId)]);
  }

  async confirmDeletion(id: string, { what }: InboxDeletionInput): Promise<void> {
    const row = await this.inbox.hold(id);
    assertInboxAction(row, 'confirm-deletion');
    await this.steps.note(row, 'confirm-deletion', { message: 'DELETION', text: what });
  }
}
