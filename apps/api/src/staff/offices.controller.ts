import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ActsOutOfReachView, OfficeInput, OfficeListView, OfficeView } from '@panah/contracts/staff.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { OfficesService } from './offices.service';

/** Offices: where people work, and when. */
@Controller('offices')
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Get()
  @Allow('office:read')
  list(): Promise<OfficeListView> {
    return this.offices.list();
  }

  @Get(':id')
  @Allow('office:read')
  read(@Param('id', Id) id: string): Promise<OfficeView> {
    return this.offices.read(id);
  }

  @Get(':id/acts-out-of-reach')
  @Allow('office:read')
  actsOutOfReach(@Param('id', Id) id: string): Promise<ActsOutOfReachView> {
    return this.offices.actsOutOfReach(id);
  }

  @Post()
  @Allow('office:create')
  @Idempotent('read')
  create(@Body() input: OfficeInput): Promise<OfficeView> {
    return this.offices.create(input);
  }

  @Put(':id')
  @Allow('office:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: OfficeInput): Promise<OfficeView> {
    return this.offices.edit(id, version, input);
  }
}
