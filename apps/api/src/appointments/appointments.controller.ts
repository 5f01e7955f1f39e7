import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AppointmentInput,
  AppointmentListView,
  AppointmentResultInput,
  AppointmentView,
  PlaceRevealInput,
  AppointmentPlaceView,
} from '@panah/contracts/appointments.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { AppointmentsService } from './appointments.service';

/** When and where a client is met. */
@Controller()
export class AppointmentsController {
  constructor(private readonly appointments: AppointmentsService) {}

  @Get('cases/:id/appointments')
  @Allow('appointment:read')
  list(@Param('id', Id) caseId: string): Promise<AppointmentListView> {
    return this.appointments.list(caseId);
  }

  @Post('cases/:id/appointments')
  @Allow('appointment:create')
  @Idempotent('read')
  agree(@Param('id', Id) caseId: string, @Body() input: AppointmentInput): Promise<AppointmentView> {
    return this.appointments.agree(caseId, input);
  }

  @Get('appointments/:id')
  @Allow('appointment:read')
  read(@Param('id', Id) id: string): Promise<AppointmentView> {
    return this.appointments.read(id);
  }

  @Put('appointments/:id')
  @Allow('appointment:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: AppointmentInput): Promise<AppointmentView> {
    return this.appointments.edit(id, version, input);
  }

  @Post('appointments/:id/result')
  @HttpCode(200)
  @Allow('appointment:edit')
  @Idempotent('read')
  result(@Param('id', Id) id: string, @Body() input: AppointmentResultInput): Promise<AppointmentView> {
    return this.appointments.result(id, input);
  }

  @Post('appointments/:id/place')
  @HttpCode(200)
  @Allow('appointment:reveal')
  place(@Param('id', Id) id: string, @Body() input: PlaceRevealInput): Promise<AppointmentPlaceView> {
    return this.appointments.place(id, input);
  }
}
