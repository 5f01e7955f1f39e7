import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { DeletionHeardInput } from '@panah/contracts/referrals.contract';
import { ReferralView } from '@panah/contracts/referral-views.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DeletionsService } from './deletions.service';
import { PartnerReferrals } from './partner-referrals.service';
import { ReferralsService } from './referrals.service';

/** What a partner said on the telephone that it deleted: of one referral, or of all that one call was about. */
@Controller()
export class DeletionsController {
  constructor(
    private readonly deletions: DeletionsService,
    private readonly referrals: ReferralsService,
    private readonly partners: PartnerReferrals,
  ) {}

  @Post('referrals/:id/deletion')
  @HttpCode(200)
  @Allow('referral:hear-deletion')
  @Idempotent('one')
  async hear(@Param('id', Id) id: string, @Body() input: DeletionHeardInput): Promise<ReferralView> {
    await this.deletions.hear(id, input);
    return this.one(id);
  }

  /** All of it that is in the reader's reach. */
  @Post('partners/:id/deletions')
  @HttpCode(200)
  @Allow('referral:hear-deletion')
  @Idempotent('all')
  async hearAll(@Param('id', Id) id: string, @Body() input: DeletionHeardInput): Promise<PartnerReferralsView> {
    await this.partners.affected(id);
    await this.deletions.hearAll(id, input);
    return this.all(id);
  }

  /** What a repeated request is answered with. */
  one(id: string): Promise<ReferralView> {
    return this.referrals.read(id);
  }

  /** As above. */
  all(id: string): Promise<PartnerReferralsView> {
    return this.partners.report(id, { which: 'AFFECTED' });
  }
}
