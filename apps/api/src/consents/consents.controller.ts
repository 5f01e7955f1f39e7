import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ConsentConfirmationInput, SuspensionInput, WithdrawalInput } from '@panah/contracts/consent-steps.contract';
import { ConsentDecisionInput, ConsentInput, ConsentsView, ConsentView } from '@panah/contracts/consents.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ConsentListService } from './consent-list.service';
import { ConsentsService } from './consents.service';

/** What a client agreed to, or did not. A consent is not edited: what becomes of it are steps. */
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly lists: ConsentListService,
  ) {}

  @Get('cases/:id/consents')
  @Allow('consent:read')
  list(@Param('id', Id) id: string): Promise<ConsentsView> {
    return this.lists.list(id);
  }

  @Get('consents/:id')
  @Allow('consent:read')
  read(@Param('id', Id) id: string): Promise<ConsentView> {
    return this.consents.read(id);
  }

  @Post('cases/:id/consents')
  @Allow('consent:record')
  @Idempotent('read')
  record(@Param('id', Id) id: string, @Body() input: ConsentInput): Promise<ConsentView> {
    return this.consents.record(id, input);
  }

  @Post('consents/:id/decision')
  @HttpCode(200)
  @Allow('consent:record')
  @Idempotent('read')
  decide(@Param('id', Id) id: string, @Body() input: ConsentDecisionInput): Promise<ConsentView> {
    return this.consents.decide(id, input);
  }

  @Post('consents/:id/withdrawal')
  @HttpCode(200)
  @Allow('consent:withdraw')
  @Idempotent('read')
  withdraw(@Param('id', Id) id: string, @Body() input: WithdrawalInput): Promise<ConsentView> {
    return this.consents.withdraw(id, input);
  }

  @Post('consents/:id/suspension')
  @HttpCode(200)
  @Allow('consent:suspend')
  @Idempotent('read')
  suspend(@Param('id', Id) id: string, @Body() input: SuspensionInput): Promise<ConsentView> {
    return this.consents.suspend(id, input);
  }

  @Post('consents/:id/confirmation')
  @HttpCode(200)
  @Allow('consent:confirm')
  @Idempotent('read')
  confirm(@Param('id', Id) id: string, @Body() input: ConsentConfirmationInput): Promise<ConsentView> {
    return this.consents.confirm(id, input);
  }
}
