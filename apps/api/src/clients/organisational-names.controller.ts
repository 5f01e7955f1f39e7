import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { OrganisationalNameInput } from '@panah/contracts/client-names.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { NamesService } from './names.service';

/** Names from inside the group, parent-name forms and online handles: apart from the others (R-ID-05). */
@Controller('clients/:id')
export class OrganisationalNamesController {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: NamesService,
  ) {}

  @Post('organisational-names')
  @Allow('location:edit')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @Body() input: OrganisationalNameInput): Promise<ClientView> {
    await this.names.addOrganisational(id, input);
    return this.read(id);
  }

  @Put('organisational-names/:nameId')
  @Allow('location:edit')
  async edit(
    @Param('id', Id) id: string,
    @Param('nameId', Id) nameId: string,
    @IfMatch() version: number,
    @Body() input: OrganisationalNameInput,
  ): Promise<ClientView> {
    await this.names.editOrganisational(id, nameId, version, input);
    return this.read(id);
  }

  @Post('organisational-names/:nameId/removal')
  @HttpCode(200)
  @Allow('location:edit')
  @Idempotent('read')
  async remove(@Param('id', Id) id: string, @Param('nameId', Id) nameId: string, @IfMatch() version: number): Promise<ClientView> {
    await this.names.removeOrganisational(id, nameId, version);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
