import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import {
  HousingProviderInput,
  HousingProviderListQuery,
  HousingProviderListView,
  HousingProviderSecretView,
  HousingProviderView,
} from '@panah/contracts/housing-providers.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ProvidersService } from './providers.service';

/** Who lets us have places. */
@Controller('housing/providers')
export class HousingProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @Get()
  @Allow('provider:list')
  list(@Query() query: HousingProviderListQuery): Promise<HousingProviderListView> {
    return this.providers.list(query);
  }

  @Get(':id')
  @Allow('provider:read')
  read(@Param('id', Id) id: string): Promise<HousingProviderView> {
    return this.providers.read(id);
  }

  @Post()
  @Allow('provider:create')
  @Idempotent('read')
  create(@Body() input: HousingProviderInput): Promise<HousingProviderView> {
    return this.providers.create(input);
  }

  @Put(':id')
  @Allow('provider:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: HousingProviderInput): Promise<HousingProviderView> {
    return this.providers.edit(id, version, input);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('provider:reveal')
  @FreshSignIn()
  reveal(@Param('id', Id) id: string, @Body() input: LocationRevealInput): Promise<HousingProviderSecretView> {
    return this.providers.reveal(id, input);
  }
}
