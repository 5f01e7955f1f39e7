import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ResidenceInput } from '@panah/contracts/client-papers.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { PapersService } from './papers.service';

/** Where the person lives and lived. */
@Controller('clients/:id')
export class ResidencesController {
  constructor(
    private readonly clients: ClientsService,
    private readonly papers: PapersService,
  ) {}

  @Post('residences')
  @Allow('location:edit')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @Body() input: ResidenceInput): Promise<ClientView> {
    await this.papers.addResidence(id, input);
    return this.read(id);
  }

  @Put('residences/:residenceId')
  @Allow('location:edit')
  async edit(
    @Param('id', Id) id: string,
    @Param('residenceId', Id) residenceId: string,
    @IfMatch() version: number,
    @Body() input: ResidenceInput,
  ): Promise<ClientView> {
    await this.papers.editResidence(id, residenceId, version, input);
    return this.read(id);
  }

  @Post('residences/:residenceId/removal')
  @HttpCode(200)
  @Allow('location:edit')
  @Idempotent('read')
  async remove(
    @Param('id', Id) id: string,
    @Param('residenceId', Id) residenceId: string,
    @IfMatch() version: number,
  ): Promise<ClientView> {
    await this.papers.removeResidence(id, residenceId, version);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
