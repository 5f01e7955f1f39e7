import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { NeedChangeInput, NeedInput, NeedListView, NeedView } from '@panah/contracts/needs.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { NeedsService } from './needs.service';

/** What a client needs. */
@Controller()
export class NeedsController {
  constructor(private readonly needs: NeedsService) {}

  @Get('cases/:id/needs')
  @Allow('need:read')
  list(@Param('id', Id) caseId: string): Promise<NeedListView> {
    return this.needs.list(caseId);
  }

  @Post('cases/:id/needs')
  @Allow('need:write')
  @Idempotent('read')
  add(@Param('id', Id) caseId: string, @Body() input: NeedInput): Promise<NeedView> {
    return this.needs.add(caseId, input);
  }

  @Get('needs/:id')
  @Allow('need:read')
  read(@Param('id', Id) id: string): Promise<NeedView> {
    return this.needs.read(id);
  }

  @Put('needs/:id')
  @Allow('need:write')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: NeedChangeInput): Promise<NeedView> {
    return this.needs.edit(id, version, input);
  }
}
