import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ClaimDecisionInput, ProcedureEventInput, ServiceInput, TranslationInput } from '@panah/contracts/claim-steps.contract';
import {
  ClaimDetailsInput,
  ClaimInput,
  ClaimRevealedView,
  ClaimRevealInput,
  ClaimsView,
  ClaimView,
} from '@panah/contracts/asylum.contract';
import { ClaimListQuery, ClaimListView } from '@panah/contracts/legal-deadlines.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClaimSteps } from './claim-steps.service';
import { ClaimsService } from './claims.service';
import { LegalListsService } from './legal-lists.service';

/** Claims of a file: what is told of them. */
@Controller()
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly steps: ClaimSteps,
    private readonly lists: LegalListsService,
  ) {}

  @Get('claims')
  @Allow('claim:read')
  list(@Query() query: ClaimListQuery): Promise<ClaimListView> {
    return this.lists.claims(query);
  }

  @Get('cases/:id/claims')
  @Allow('claim:read')
  ofCase(@Param('id', Id) caseId: string): Promise<ClaimsView> {
    return this.claims.ofCase(caseId);
  }

  @Post('cases/:id/claims')
  @Allow('claim:open')
  @Idempotent('read')
  open(@Param('id', Id) caseId: string, @Body() input: ClaimInput): Promise<ClaimView> {
    return this.claims.open(caseId, input);
  }

  @Get('claims/:id')
  @Allow('claim:read')
  read(@Param('id', Id) id: string): Promise<ClaimView> {
    return this.claims.read(id);
  }

  @Put('claims/:id')
  @Allow('claim:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ClaimDetailsInput): Promise<ClaimView> {
    return this.claims.edit(id, version, input);
  }

  @Post('claims/:id/reveal')
  @HttpCode(200)
  @Allow('claim:reveal')
  reveal(@Param('id', Id) id: string, @Body() { reason }: ClaimRevealInput): Promise<ClaimRevealedView> {
    return this.claims.reveal(id, reason);
  }

  @Post('claims/:id/events')
  @HttpCode(200)
  @Allow('claim:add-event')
  @Idempotent('read')
  addEvent(@Param('id', Id) id: string, @Body() input: ProcedureEventInput): Promise<ClaimView> {
    return this.claims.addEvent(id, input);
  }

  /** A ruling against the client, before they decided what to do. */
  @Post('claims/:id/rulings')
  @HttpCode(200)
  @Allow('claim:decide')
  @Idempotent('read')
  rule(@Param('id', Id) id: string, @Body() input: ClaimDecisionInput): Promise<ClaimView> {
    return this.steps.rule(id, input);
  }

  @Post('claim-decisions/:id/service')
  @HttpCode(200)
  @Allow('claim:decide')
  @Idempotent('read')
  correctService(@Param('id', Id) id: string, @Body() input: ServiceInput): Promise<ClaimView> {
    return this.steps.correctService(id, input);
  }

  @Post('claim-decisions/:id/translation')
  @HttpCode(200)
  @Allow('claim:decide')
  @Idempotent('read')
  translated(@Param('id', Id) id: string, @Body() { on }: TranslationInput): Promise<ClaimView> {
    return this.steps.translated(id, on);
  }
}
