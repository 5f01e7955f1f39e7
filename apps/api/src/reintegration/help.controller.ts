import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { HelpGivenInput, HelpGivenListView, HelpGivenView } from '@panah/contracts/reintegration.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { HelpService } from './help.service';

@Controller()
export class HelpController {
  constructor(private readonly help: HelpService) {}

  @Get('cases/:id/help')
  @Allow('help:read')
  list(@Param('id', Id) caseId: string): Promise<HelpGivenListView> {
    return this.help.list(caseId);
  }

  @Post('cases/:id/help')
  @Allow('help:record')
  @Idempotent('read')
  record(@Param('id', Id) caseId: string, @Body() input: HelpGivenInput): Promise<HelpGivenView> {
    return this.help.record(caseId, input);
  }

  @Get('help/:id')
  @Allow('help:read')
  read(@Param('id', Id) id: string): Promise<HelpGivenView> {
    return this.help.read(id);
  }

  @Put('help/:id')
  @Allow('help:record')
  correct(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: HelpGivenInput): Promise<HelpGivenView> {
    return this.help.correct(id, version, input);
  }
}
