import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AuditListView, AuditQuery, AuditVerificationView, FileLooksView } from '@panah/contracts/audit.contract';
import { ListQuery } from '@panah/contracts/list.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { AuditService } from './audit.service';

/** Who saw or changed what. */
@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /** The organisation's log, newest first. */
  @Get('audit')
  @Allow('audit:read')
  log(@Query() query: AuditQuery): Promise<AuditListView> {
    return this.audit.log(query);
  }

  /** Whether any line was changed, taken out or slipped in. It changes nothing; it is a POST because it takes its time. */
  @Post('audit/verification')
  @HttpCode(200)
  @Allow('audit:verify')
  verify(): Promise<AuditVerificationView> {
    return this.audit.verify();
  }

  /** Who opened this file. */
  @Get('clients/:id/looks')
  @Allow('audit:read-file')
  looks(@Param('id', Id) id: string, @Query() query: ListQuery): Promise<FileLooksView> {
    return this.audit.looksAt(id, query);
  }
}
