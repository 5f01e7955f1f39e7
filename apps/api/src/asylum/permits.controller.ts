import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  PermitDatesListView,
  PermitInput,
  PermitListQuery,
  PermitListView,
  PermitNumberView,
  PermitRenewalInput,
  PermitRevealInput,
  PermitView,
  PermitWithdrawalInput,
} from '@panah/contracts/permits.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LegalListsService } from './legal-lists.service';
import { PermitsService } from './permits.service';

/** Permits and status papers. */
@Controller()
export class PermitsController {
  constructor(
    private readonly permits: PermitsService,
    private readonly lists: LegalListsService,
  ) {}

  @Get('permits')
  @Allow('permit:read')
  list(@Query() query: PermitListQuery): Promise<PermitListView> {
    return this.lists.permits(query);
  }

  @Get('cases/:id/permit-dates')
  @Allow('permit:read-dates')
  dates(@Param('id', Id) caseId: string): Promise<PermitDatesListView> {
    return this.permits.datesOf(caseId);
  }

  @Get('permits/:id')
  @Allow('permit:read')
  read(@Param('id', Id) id: string): Promise<PermitView> {
    return this.permits.read(id);
  }

  @Post('cases/:id/permits')
  @Allow('permit:write')
  @Idempotent('read')
  add(@Param('id', Id) caseId: string, @Body() input: PermitInput): Promise<PermitView> {
    return this.permits.add(caseId, input);
  }

  @Put('permits/:id')
  @Allow('permit:write')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PermitInput): Promise<PermitView> {
    return this.permits.edit(id, version, input);
  }

  @Post('permits/:id/renewal')
  @HttpCode(200)
  @Allow('permit:write')
  @Idempotent('read')
  renew(@Param('id', Id) id: string, @Body() input: PermitRenewalInput): Promise<PermitView> {
    return this.permits.renew(id, input);
  }

  @Post('permits/:id/withdrawal')
  @HttpCode(200)
  @Allow('permit:write')
  @Idempotent('read')
  withdraw(@Param('id', Id) id: string, @Body() { on }: PermitWithdrawalInput): Promise<PermitView> {
    return this.permits.withdraw(id, on);
  }

  @Post('permits/:id/reveal')
  @HttpCode(200)
  @Allow('permit:reveal')
  reveal(@Param('id', Id) id: string, @Body() { reason }: PermitRevealInput): Promise<PermitNumberView> {
    return this.permits.reveal(id, reason);
  }
}
