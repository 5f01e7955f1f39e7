import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  NameDispatchInput,
  ReferralAnswerInput,
  ReferralApprovalInput,
  ReferralDispatchInput,
  ReferralItemInput,
  ReferralReadyInput,
  ReferralStopInput,
  SupplementDispatchInput,
  SupplementInput,
} from '@panah/contracts/referrals.contract';
import { ReferralItemView, ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { AnswersService } from './answers.service';
import { NamesService } from './names.service';
import { RecallsService } from './recalls.service';
import { ReferralConsentsService } from './referral-consents.service';
import { ReferralsService } from './referrals.service';
import { SendingsService } from './sendings.service';
import { SupplementsService } from './supplements.service';

/** The steps of a referral on our side (model 3.5), each a noun posted. */
@Controller('referrals/:id')
export class ReferralStepsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly consents: ReferralConsentsService,
    private readonly sendings: SendingsService,
    private readonly supplements: SupplementsService,
    private readonly names: NamesService,
    private readonly answers: AnswersService,
    private readonly recalls: RecallsService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<ReferralView> {
    return this.referrals.read(id);
  }

  @Post('consent-request')
  @HttpCode(200)
  @Allow('referral:request_consent')
  @Idempotent('read')
  requestConsent(@Param('id', Id) id: string): Promise<ReferralView> {
    return this.consents.request(id);
  }

  @Post('consent')
  @HttpCode(200)
  @Allow('referral:ready')
  @Idempotent('read')
  ready(@Param('id', Id) id: string, @Body() { consent }: ReferralReadyInput): Promise<ReferralView> {
    return this.consents.ready(id, consent ?? null);
  }

  @Post('consent-refusal')
  @HttpCode(200)
  @Allow('referral:consent_refused')
  @Idempotent('read')
  refuseConsent(@Param('id', Id) id: string): Promise<ReferralView> {
    return this.consents.refuse(id);
  }

  @Post('approval-previews')
  @HttpCode(200)
  @Allow('referral:approve-item')
  showItem(@Param('id', Id) id: string, @Body() { item }: ReferralItemInput): Promise<ReferralItemView> {
    return this.consents.showItem(id, item);
  }

  @Post('approvals')
  @HttpCode(200)
  @Allow('referral:approve-item')
  @Idempotent('read')
  approve(@Param('id', Id) id: string, @Body() input: ReferralApprovalInput): Promise<ReferralView> {
    return this.consents.approve(id, input);
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('referral:preview')
  preview(@Param('id', Id) id: string): Promise<ReferralPreviewView> {
    return this.sendings.preview(id);
  }

  @Post('dispatch')
  @HttpCode(200)
  @Allow('referral:send')
  @Idempotent('read')
  send(@Param('id', Id) id: string, @Body() input: ReferralDispatchInput): Promise<ReferralView> {
    return this.sendings.send(id, input);
  }

  @Post('answer')
  @HttpCode(200)
  @Allow('referral:answer')
  @Idempotent('read')
  answer(@Param('id', Id) id: string, @Body() input: ReferralAnswerInput): Promise<ReferralView> {
    return this.answers.answer(id, input);
  }

  @Post('supplement-previews')
  @HttpCode(200)
  @Allow('referral:supplement')
  previewSupplement(@Param('id', Id) id: string, @Body() input: SupplementInput): Promise<ReferralPreviewView> {
    return this.supplements.preview(id, input);
  }

  @Post('supplements')
  @HttpCode(200)
  @Allow('referral:supplement')
  @Idempotent('read')
  supplement(@Param('id', Id) id: string, @Body() input: SupplementDispatchInput): Promise<ReferralView> {
    return this.supplements.send(id, input);
  }

  @Post('identity-previews')
  @HttpCode(200)
  @Allow('referral:supplement')
  previewIdentity(@Param('id', Id) id: string): Promise<ReferralPreviewView> {
    return this.names.preview(id);
  }

  /** The name once more, to a partner that accepted. */
  @Post('identity')
  @HttpCode(200)
  @Allow('referral:supplement')
  @Idempotent('read')
  sendIdentity(@Param('id', Id) id: string, @Body() { hash }: NameDispatchInput): Promise<ReferralView> {
    return this.names.send(id, hash);
  }

  @Post('cancellation')
  @HttpCode(200)
  @Allow('referral:cancel')
  @Idempotent('read')
  cancel(@Param('id', Id) id: string, @Body() { reason }: ReferralStopInput): Promise<ReferralView> {
    return this.referrals.cancel(id, reason);
  }

  @Post('revocation')
  @HttpCode(200)
  @Allow('referral:revoke')
  @Idempotent('read')
  revoke(@Param('id', Id) id: string, @Body() { reason }: ReferralStopInput): Promise<ReferralView> {
    return this.recalls.recall(id, 'revoke', reason);
  }

  @Post('discontinuation')
  @HttpCode(200)
  @Allow('referral:discontinue')
  @Idempotent('read')
  discontinue(@Param('id', Id) id: string, @Body() { reason }: ReferralStopInput): Promise<ReferralView> {
    return this.recalls.recall(id, 'discontinue', reason);
  }
}
