import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { DocumentInput } from '@panah/contracts/client-papers.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { PapersService } from './papers.service';

/** Papers that say who somebody is. */
@Controller('clients/:id')
export class DocumentsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly papers: PapersService,
  ) {}

  @Post('documents')
  @Allow('identity:edit')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @Body() input: DocumentInput): Promise<ClientView> {
    await this.papers.addDocument(id, input);
    return this.read(id);
  }

  @Put('documents/:documentId')
  @Allow('identity:edit')
  async edit(
    @Param('id', Id) id: string,
    @Param('documentId', Id) documentId: string,
    @IfMatch() version: number,
    @Body() input: DocumentInput,
  ): Promise<ClientView> {
    await this.papers.editDocument(id, documentId, version, input);
    return this.read(id);
  }

  @Post('documents/:documentId/removal')
  @HttpCode(200)
  @Allow('identity:edit')
  @Idempotent('read')
  async remove(@Param('id', Id) id: string, @Param('documentId', Id) documentId: string, @IfMatch() version: number): Promise<ClientView> {
    await this.papers.removeDocument(id, documentId, version);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
