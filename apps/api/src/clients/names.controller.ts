import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { NameInput } from '@panah/contracts/client-names.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { NamesService } from './names.service';

/** Names a person bears. */
@Controller('clients/:id')
export class NamesController {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: NamesService,
  ) {}

  @Post('names')
  @Allow('name:edit')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @Body() input: NameInput): Promise<ClientView> {
    await this.names.add(id, input);
    return this.read(id);
  }

  @Put('names/:nameId')
  @Allow('name:edit')
  async edit(
    @Param('id', Id) id: string,
    @Param('nameId', Id) nameId: string,
    @IfMatch() version: number,
    @Body() input: NameInput,
  ): Promise<ClientView> {
    await this.names.edit(id, nameId, version, input);
    return this.read(id);
  }

  @Post('names/:nameId/removal')
  @HttpCode(200)
  @Allow('name:edit')
  @Idempotent('read')
  async remove(@Param('id', Id) id: string, @Param('nameId', Id) nameId: string, @IfMatch() version: number): Promise<ClientView> {
    await this.names.remove(id, nameId, version);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
