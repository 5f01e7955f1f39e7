import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HandedOverListView, HandedOverView, HandoverMeetingInput, UnlockedView, UnlockInput } from '@panah/contracts/handovers.contract';
import { ListQuery } from '@panah/contracts/list.contract';
import { ReferralDispatchInput } from '@panah/contracts/referrals.contract';
import { ReferralView } from '@panah/contracts/referral-views.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { HandoversService } from './handovers.service';
import { ReferralsService } from './referrals.service';
import { SendingsService } from './sendings.service';

/** A case is offered to a partner, handed over, and looked at again. */
@Controller()
export class HandoversController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly sendings: SendingsService,
    private readonly referrals: ReferralsService,
  ) {}

  @Post('referrals/:id/offer')
  @HttpCode(200)
  @Allow('case:offer_transfer')
  @Idempotent('read')
  offer(@Param('id', Id) id: string, @Body() input: ReferralDispatchInput): Promise<ReferralView> {
    return this.sendings.offer(id, input);
  }

  @Post('referrals/:id/hand-over-meeting')
  @HttpCode(200)
  @Allow('referral:record-meeting')
  @Idempotent('read')
  meet(@Param('id', Id) id: string, @Body() input: HandoverMeetingInput): Promise<ReferralView> {
    return this.handovers.meet(id, input);
  }

  @Get('handed-over-cases')
  @Allow('handover:list')
  list(@Query() query: ListQuery): Promise<HandedOverListView> {
    return this.handovers.list(query);
  }

  @Get('cases/:id/hand-over')
  @Allow('handover:read')
  summary(@Param('id', Id) caseId: string): Promise<HandedOverView> {
    return this.handovers.summary(caseId);
  }

  @Post('cases/:id/unlocking')
  @HttpCode(200)
  @Allow('handover:unlock')
  @Idempotent('unlocked')
  unlock(@Param('id', Id) caseId: string, @Body() { reason }: UnlockInput): Promise<UnlockedView> {
    return this.handovers.unlock(caseId, reason);
  }

  /** What a repeated request is answered with. */
  read(id: string): Promise<ReferralView> {
    return this.referrals.read(id);
  }

  unlocked(caseId: string): Promise<UnlockedView> {
    return this.handovers.unlocked(caseId);
  }
}
