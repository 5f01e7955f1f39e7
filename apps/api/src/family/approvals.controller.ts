import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyApprovalsView, FamilyApprovalView, FamilyRenewalView } from '@panah/contracts/family-links.contract';
import { ReasonInput } from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ApprovalsService } from './approvals.service';
import { RenewalsService } from './renewals.service';

/** What coordinators decide about family links; the id is the link's. */
@Controller('family-approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly renewals: RenewalsService,
  ) {}

  @Get()
  @Allow('family-link:see-approvals')
  list(): Promise<FamilyApprovalsView> {
    return this.approvals.list();
  }

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyApprovalView> {
    return this.approvals.read(id);
  }

  @Post(':id/approach-approval')
  @HttpCode(200)
  @Allow('family-link:approve_approach')
  @Idempotent('read')
  async approve(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyApprovalView> {
    await this.approvals.approveApproach(id, version);
    return this.approvals.read(id);
  }

  @Post(':id/unsafe')
  @HttpCode(200)
  @Allow('family-link:stop_unsafe')
  @Idempotent('read')
  async stop(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { reason }: ReasonInput): Promise<FamilyApprovalView> {
    await this.approvals.stopAsUnsafe(id, version, reason);
    return this.approvals.read(id);
  }

  @Post(':id/allowance')
  @HttpCode(200)
  @Allow('family-link:allow')
  @Idempotent('read')
  async allow(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyApprovalView> {
    await this.approvals.allow(id, version);
    return this.approvals.read(id);
  }

  /** What a repeated request is answered with, of a renewed word. */
  readRenewal(id: string): Promise<FamilyRenewalView> {
    return this.renewals.read(id);
  }

  /** The id is the renewal's: what it opens is said to nobody here. */
  @Post(':id/reopening')
  @HttpCode(200)
  @Allow('family-link:reopen')
  @Idempotent('readRenewal')
  async reopen(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyRenewalView> {
    return this.renewals.decide(id, version);
  }
}
