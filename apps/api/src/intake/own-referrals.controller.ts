import { Body, Controller, Get, Post } from '@nestjs/common';
import { OfficeChoicesView, OwnReferralInput, OwnReferralView } from '@panah/contracts/own-referral.contract';
import { Allow } from '../platform/access/allow';
import { Idempotent } from '../platform/idempotency/idempotent';
import { OwnReferralsService } from './own-referrals.service';

/** R-RE-09: what a partner refers to us. */
@Controller('own-referrals')
export class OwnReferralsController {
  constructor(private readonly referrals: OwnReferralsService) {}

  @Get('offices')
  @Allow('inbox:refer')
  offices(): Promise<OfficeChoicesView> {
    return this.referrals.offices();
  }

  @Post()
  @Allow('inbox:refer')
  @Idempotent('read')
  refer(@Body() input: OwnReferralInput): Promise<OwnReferralView> {
    return this.referrals.refer(input);
  }

  /** What a repeated request is answered with: what it was told before, and nothing of what has become of it. */
  read(id: string): OwnReferralView {
    return this.referrals.read(id);
  }
}
