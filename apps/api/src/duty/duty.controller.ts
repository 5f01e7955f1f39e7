import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { DutyCandidatesView, DutyStripView, DutyTurnInput, DutyView } from '@panah/contracts/duty.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DutyService } from './duty.service';

/** The duty list: who, from, to. */
@Controller('duty')
export class DutyController {
  constructor(private readonly duty: DutyService) {}

  @Get()
  @Allow('duty:read')
  read(): Promise<DutyView> {
    return this.duty.read();
  }

  @Get('strip')
  @Allow('duty:read')
  strip(): Promise<DutyStripView> {
    return this.duty.strip();
  }

  @Get('candidates')
  @Allow('duty:plan')
  candidates(): Promise<DutyCandidatesView> {
    return this.duty.candidates();
  }

  @Post('turns')
  @Allow('duty:plan')
  @Idempotent('read')
  plan(@Body() input: DutyTurnInput): Promise<DutyView> {
    return this.duty.plan(input);
  }

  @Put('turns/:id')
  @Allow('duty:plan')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: DutyTurnInput): Promise<DutyView> {
    return this.duty.editTurn(id, version, input);
  }

  @Post('turns/:id/withdrawal')
  @HttpCode(200)
  @Allow('duty:plan')
  @Idempotent('read')
  withdraw(@Param('id', Id) id: string): Promise<DutyView> {
    return this.duty.withdraw(id);
  }
}
