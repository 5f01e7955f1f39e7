import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ReferralChoicesQuery, ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import { NewReferralInput, ReferralInput } from '@panah/contracts/referrals.contract';
import { CaseReferralsView, DisclosedPackagesView, ReferralView } from '@panah/contracts/referral-views.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ReferralChoicesService } from './referral-choices.service';
import { ReferralsService } from './referrals.service';

/** What of a file is lent to partners, and what may be. */
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly choices: ReferralChoicesService,
  ) {}

  @Get('cases/:id/referrals')
  @Allow('referral:list')
  list(@Param('id', Id) caseId: string): Promise<CaseReferralsView> {
    return this.referrals.list(caseId);
  }

  @Get('cases/:id/referral-choices')
  @Allow('referral:create')
  choose(@Param('id', Id) caseId: string, @Query() query: ReferralChoicesQuery): Promise<ReferralChoicesView> {
    return this.choices.of(caseId, query);
  }

  @Get('cases/:id/referral-packages')
  @Allow('referral:list')
  disclosed(@Param('id', Id) caseId: string): Promise<DisclosedPackagesView> {
    return this.referrals.disclosed(caseId);
  }

  @Post('cases/:id/referrals')
  @Allow('referral:create')
  @Idempotent('read')
  create(@Param('id', Id) caseId: string, @Body() input: NewReferralInput): Promise<ReferralView> {
    return this.referrals.create(caseId, input);
  }

  @Get('referrals/:id')
  @Allow('referral:read')
  read(@Param('id', Id) id: string): Promise<ReferralView> {
    return this.referrals.read(id);
  }

  @Put('referrals/:id')
  @Allow('referral:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ReferralInput): Promise<ReferralView> {
    return this.referrals.edit(id, version, input);
  }
}
