import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SpecialistRequestInput, SpecialistRequestsView } from '@panah/contracts/specialists.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { SpecialistsService } from './specialists.service';

/** A case team asks a specialty of its office for help. */
@Controller('cases/:id/specialist-requests')
export class SpecialistsController {
  constructor(private readonly specialists: SpecialistsService) {}

  @Get()
  @Allow('specialist:read')
  read(@Param('id', Id) id: string): Promise<SpecialistRequestsView> {
    return this.specialists.read(id);
  }

  @Post()
  @Allow('specialist:request')
  @Idempotent('read')
  ask(@Param('id', Id) id: string, @Body() input: SpecialistRequestInput): Promise<SpecialistRequestsView> {
    return this.specialists.ask(id, input);
  }

  @Post(':request/withdrawal')
  @HttpCode(200)
  @Allow('specialist:withdraw')
  @Idempotent('read')
  withdraw(@Param('id', Id) id: string, @Param('request', Id) request: string): Promise<SpecialistRequestsView> {
    return this.specialists.withdraw(id, request);
  }

  @Post(':request/refusal-reading')
  @HttpCode(200)
  @Allow('specialist:withdraw')
  @Idempotent('read')
  noteRefusal(@Param('id', Id) id: string, @Param('request', Id) request: string): Promise<SpecialistRequestsView> {
    return this.specialists.noteRefusal(id, request);
  }
}
