import { Controller, Get, Param, Query } from '@nestjs/common';
import { AuditListView, AuditQuery, FileLooksView } from '@panah/contracts/audit.contract';
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

  /** Who opened this file. */
  @Get('clients/:id/looks')
  @Allow('audit:read-file')
  looks(@Param('id', Id) id: string, @Query() query: ListQuery): Promise<FileLooksView> {
    return this.audit.looksAt(id, query);
  }
}
