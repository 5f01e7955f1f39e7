import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  StaffInvitation,
  StaffListQuery,
  StaffListView,
  StaffStepInput,
  StaffView,
  TieDecisionInput,
} from '@panah/contracts/staff.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { StaffService } from './staff.service';

/** Accounts of those who work here. */
@Controller('staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Allow('staff:list')
  list(@Query() query: StaffListQuery): Promise<StaffListView> {
    return this.staff.list(query);
  }

  @Get(':id')
  @Allow('staff:read')
  read(@Param('id', Id) id: string): Promise<StaffView> {
    return this.staff.read(id);
  }

  @Post()
  @Allow('staff:invite')
  @Idempotent('read')
  invite(@Body() input: StaffInvitation): Promise<StaffView> {
    return this.staff.invite(input);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  @Allow('staff:invite')
  @Idempotent('read')
  inviteAgain(@Param('id', Id) id: string): Promise<StaffView> {
    return this.staff.inviteAgain(id);
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @Allow('staff:suspend')
  @Idempotent('read')
  suspend(@Param('id', Id) id: string, @Body() { reason }: StaffStepInput): Promise<StaffView> {
    return this.staff.suspend(id, reason);
  }

  @Post(':id/reinstatement')
  @HttpCode(200)
  @Allow('staff:reinstate')
  @Idempotent('read')
  reinstate(@Param('id', Id) id: string, @Body() { reason }: StaffStepInput): Promise<StaffView> {
    return this.staff.reinstate(id, reason);
  }

  @Post(':id/reset')
  @HttpCode(200)
  @Allow('staff:reset')
  @Idempotent('read')
  reset(@Param('id', Id) id: string, @Body() { reason }: StaffStepInput): Promise<StaffView> {
    return this.staff.reset(id, reason);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('staff:end')
  @Idempotent('read')
  end(@Param('id', Id) id: string, @Body() { reason }: StaffStepInput): Promise<StaffView> {
    return this.staff.end(id, reason);
  }

  @Post(':id/tie-decision')
  @HttpCode(200)
  @Allow('staff:decide-tie')
  @Idempotent('read')
  decideTie(@Param('id', Id) id: string, @Body() { decision, reason }: TieDecisionInput): Promise<StaffView> {
    return this.staff.decideTie(id, decision, reason);
  }
}
