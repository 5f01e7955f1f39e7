import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { DependantInput } from '@panah/contracts/client-papers.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { PapersService } from './papers.service';

/** Who depends on the person. */
@Controller('clients/:id')
export class DependantsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly papers: PapersService,
  ) {}

  @Post('dependants')
  @Allow('client:edit')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @Body() input: DependantInput): Promise<ClientView> {
    await this.papers.addDependant(id, input);
    return this.read(id);
  }

  @Put('dependants/:dependantId')
  @Allow('client:edit')
  async edit(
    @Param('id', Id) id: string,
    @Param('dependantId', Id) dependantId: string,
    @IfMatch() version: number,
    @Body() input: DependantInput,
  ): Promise<ClientView> {
    await this.papers.editDependant(id, dependantId, version, input);
    return this.read(id);
  }

  @Post('dependants/:dependantId/removal')
  @HttpCode(200)
  @Allow('client:edit')
  @Idempotent('read')
  async remove(
    @Param('id', Id) id: string,
    @Param('dependantId', Id) dependantId: string,
    @IfMatch() version: number,
  ): Promise<ClientView> {
    await this.papers.removeDependant(id, dependantId, version);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
