import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { LegalShareInput, RepresentationInput, RepresentationView } from '@panah/contracts/permits.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { RepresentationsService } from './representations.service';

/** Legal representatives of a client, and what goes to them. */
@Controller()
export class RepresentationsController {
  constructor(private readonly representations: RepresentationsService) {}

  @Get('representations/:id')
  @Allow('representation:read')
  read(@Param('id', Id) id: string): Promise<RepresentationView> {
    return this.representations.read(id);
  }

  @Post('cases/:id/representations')
  @Allow('representation:write')
  @Idempotent('read')
  add(@Param('id', Id) caseId: string, @Body() input: RepresentationInput): Promise<RepresentationView> {
    return this.representations.add(caseId, input);
  }

  @Put('representations/:id')
  @Allow('representation:write')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: RepresentationInput): Promise<RepresentationView> {
    return this.representations.edit(id, version, input);
  }

  @Post('representations/:id/shares')
  @HttpCode(200)
  @Allow('representation:share')
  @Idempotent('read')
  share(@Param('id', Id) id: string, @Body() input: LegalShareInput): Promise<RepresentationView> {
    return this.representations.share(id, input);
  }
}
