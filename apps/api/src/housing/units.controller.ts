import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import { BedMapQuery, BedMapView } from '@panah/contracts/bed-map.contract';
import {
  HousingAddressView,
  HousingUnitInput,
  HousingUnitListQuery,
  HousingUnitListView,
  HousingUnitView,
} from '@panah/contracts/housing-units.contract';
import { HousingStepInput } from '@panah/contracts/housing-providers.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { UnitsService } from './units.service';

/** Beds, rooms, flats and houses. */
@Controller('housing')
export class HousingUnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get('beds')
  @Allow('unit:list')
  map(@Query() query: BedMapQuery): Promise<BedMapView> {
    return this.units.map(query);
  }

  @Get('units')
  @Allow('unit:list')
  list(@Query() query: HousingUnitListQuery): Promise<HousingUnitListView> {
    return this.units.list(query);
  }

  @Get('units/:id')
  @Allow('unit:read')
  read(@Param('id', Id) id: string): Promise<HousingUnitView> {
    return this.units.read(id);
  }

  @Post('units')
  @Allow('unit:create')
  @Idempotent('read')
  create(@Body() input: HousingUnitInput): Promise<HousingUnitView> {
    return this.units.create(input);
  }

  @Put('units/:id')
  @Allow('unit:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: HousingUnitInput): Promise<HousingUnitView> {
    return this.units.edit(id, version, input);
  }

  @Post('units/:id/reveal')
  @HttpCode(200)
  @Allow('unit:reveal')
  @FreshSignIn()
  reveal(@Param('id', Id) id: string, @Body() input: LocationRevealInput): Promise<HousingAddressView> {
    return this.units.reveal(id, input);
  }

  @Post('units/:id/closing')
  @HttpCode(200)
  @Allow('unit:close')
  @Idempotent('read')
  close(@Param('id', Id) id: string, @Body() { reason }: HousingStepInput): Promise<HousingUnitView> {
    return this.units.step(id, 'close', reason);
  }

  @Post('units/:id/opening')
  @HttpCode(200)
  @Allow('unit:open')
  @Idempotent('read')
  open(@Param('id', Id) id: string): Promise<HousingUnitView> {
    return this.units.step(id, 'open', null);
  }

  @Post('units/:id/compromise')
  @HttpCode(200)
  @Allow('unit:compromise')
  @Idempotent('read')
  compromise(@Param('id', Id) id: string, @Body() { reason }: HousingStepInput): Promise<HousingUnitView> {
    return this.units.step(id, 'compromise', reason);
  }

  @Post('units/:id/clearance')
  @HttpCode(200)
  @Allow('unit:clear')
  @Idempotent('read')
  clear(@Param('id', Id) id: string, @Body() { reason }: HousingStepInput): Promise<HousingUnitView> {
    return this.units.step(id, 'clear', reason);
  }

  @Post('units/:id/retirement')
  @HttpCode(200)
  @Allow('unit:retire')
  @Idempotent('read')
  retire(@Param('id', Id) id: string, @Body() { reason }: HousingStepInput): Promise<HousingUnitView> {
    return this.units.step(id, 'retire', reason);
  }
}
