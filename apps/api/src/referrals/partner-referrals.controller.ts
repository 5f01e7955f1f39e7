import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { PartnerReferralsQuery, PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { PartnerReferrals } from './partner-referrals.service';
import { affectedTable } from './partner-referrals.view';

/** What lies at a partner, and who was affected when the work with it stopped. */
@Controller('partners')
export class PartnerReferralsController {
  constructor(private readonly referrals: PartnerReferrals) {}

  @Get(':id/referrals')
  @Allow('partner:read-referrals')
  list(@Param('id', Id) id: string, @Query() query: PartnerReferralsQuery): Promise<PartnerReferralsView> {
    return this.referrals.report(id, query);
  }

  /** Counts over every office, by how the referrals stand; nothing of a case. */
  @Get(':id/referrals.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="affected.csv"')
  @Allow('partner:read-referrals')
  async table(@Param('id', Id) id: string): Promise<string> {
    return affectedTable(await this.referrals.affected(id), new Date());
  }
}
