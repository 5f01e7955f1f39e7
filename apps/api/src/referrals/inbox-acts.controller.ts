import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
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
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { InboxActsService } from './inbox-acts.service';
import { InboxService } from './inbox.service';
import { TakeOversService } from './take-overs.service';

/** A partner's answers. Where the referral is gone for it afterwards, the answer is empty. */
@Controller('inbox')
export class InboxActsController {
  constructor(
    private readonly acts: InboxActsService,
    private readonly inbox: InboxService,
    private readonly takeOvers: TakeOversService,
  ) {}

  @Post(':id/question')
  @HttpCode(200)
  @Allow('inbox:ask')
  @Idempotent('again')
  ask(@Param('id', Id) id: string, @Body() input: InboxQuestionInput): Promise<InboxReferralView> {
    return this.acts.ask(id, input);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Allow('inbox:accept')
  @Idempotent('again')
  accept(@Param('id', Id) id: string, @Body() input: InboxAcceptanceInput): Promise<InboxReferralView> {
    return this.acts.accept(id, input);
  }

  @Post(':id/refusal')
  @HttpCode(204)
  @Allow('inbox:decline')
  @Idempotent('again')
  decline(@Param('id', Id) id: string, @Body() input: InboxRefusalInput): Promise<void> {
    return this.acts.decline(id, input);
  }

  @Post(':id/start')
  @HttpCode(200)
  @Allow('inbox:start')
  @Idempotent('again')
  start(@Param('id', Id) id: string, @Body() input: InboxStartInput): Promise<InboxReferralView> {
    return this.acts.start(id, input);
  }

  @Post(':id/take-over')
  @HttpCode(200)
  @Allow('inbox:take-over')
  @Idempotent('again')
  takeOver(@Param('id', Id) id: string): Promise<InboxReferralView> {
    return this.takeOvers.takeOver(id);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @Allow('inbox:report')
  @Idempotent('again')
  report(@Param('id', Id) id: string, @Body() input: InboxProgressInput): Promise<InboxReferralView> {
    return this.acts.report(id, input);
  }

  @Post(':id/outcome')
  @HttpCode(200)
  @Allow('inbox:complete')
  @Idempotent('again')
  complete(@Param('id', Id) id: string, @Body() input: InboxOutcomeInput): Promise<InboxReferralView> {
    return this.acts.complete(id, input);
  }

  @Post(':id/discontinuation')
  @HttpCode(200)
  @Allow('inbox:discontinue')
  @Idempotent('again')
  stop(@Param('id', Id) id: string, @Body() input: InboxStopInput): Promise<InboxReferralView> {
    return this.acts.stop(id, input);
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Allow('inbox:hear-withdrawal')
  @Idempotent('again')
  hearWithdrawal(@Param('id', Id) id: string): Promise<void> {
    return this.acts.hearWithdrawal(id);
  }

  @Post(':id/deletion')
  @HttpCode(204)
  @Allow('inbox:confirm-deletion')
  @Idempotent('again')
  confirmDeletion(@Param('id', Id) id: string, @Body() input: InboxDeletionInput): Promise<void> {
    return this.acts.confirmDeletion(id, input);
  }

  /** What a repeated request finds by now. */
  again(id: string): Promise<InboxReferralView> {
    return this.inbox.read(id);
  }
}
