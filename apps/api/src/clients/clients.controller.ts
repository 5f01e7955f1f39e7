import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ClientHeaderView,
  ClientSearchInput,
  ClientSearchView,
  ClientView,
  ParticularsInput,
  PersonInput,
} from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { ClientsService } from './clients.service';

/** Clients: found, read, and what the file says of the person. */
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Post('search')
  @HttpCode(200)
  @Allow('client:search')
  search(@Body() input: ClientSearchInput): Promise<ClientSearchView> {
    return this.clients.search(input);
  }

  @Get(':id/header')
  @Allow('client:read')
  header(@Param('id', Id) id: string): Promise<ClientHeaderView> {
    return this.clients.header(id);
  }

  @Get(':id')
  @Allow('client:read')
  read(@Param('id', Id) id: string): Promise<ClientView> {
    return this.clients.read(id);
  }

  @Put(':id')
  @Allow('client:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PersonInput): Promise<ClientView> {
    return this.clients.editPerson(id, version, input);
  }

  @Put(':id/particulars')
  @Allow('name:edit')
  editParticulars(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ParticularsInput): Promise<ClientView> {
    return this.clients.editParticulars(id, version, input);
  }
}
