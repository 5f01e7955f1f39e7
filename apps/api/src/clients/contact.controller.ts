import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ContactPointInput, DuressWordInput, SafeContactPlanInput } from '@panah/contracts/client-contact.contract';
import { ClientView } from '@panah/contracts/clients.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClientsService } from './clients.service';
import { ContactService } from './contact.service';

/** How a person is reached without harm. */
@Controller('clients/:id')
export class ContactController {
  constructor(
    private readonly clients: ClientsService,
    private readonly contact: ContactService,
  ) {}

  @Post('contact-points')
  @Allow('contact:edit')
  @Idempotent('read')
  async addPoint(@Param('id', Id) id: string, @Body() input: ContactPointInput): Promise<ClientView> {
    await this.contact.addPoint(id, input);
    return this.read(id);
  }

  @Put('contact-points/:pointId')
  @Allow('contact:edit')
  async editPoint(
    @Param('id', Id) id: string,
    @Param('pointId', Id) pointId: string,
    @IfMatch() version: number,
    @Body() input: ContactPointInput,
  ): Promise<ClientView> {
    await this.contact.editPoint(id, pointId, version, input);
    return this.read(id);
  }

  @Post('contact-points/:pointId/removal')
  @HttpCode(200)
  @Allow('contact:edit')
  @Idempotent('read')
  async removePoint(@Param('id', Id) id: string, @Param('pointId', Id) pointId: string, @IfMatch() version: number): Promise<ClientView> {
    await this.contact.removePoint(id, pointId, version);
    return this.read(id);
  }

  /** `If-Match: "0"` writes the first plan. */
  @Put('safe-contact-plan')
  @Allow('contact:edit')
  async writePlan(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: SafeContactPlanInput): Promise<ClientView> {
    await this.contact.writePlan(id, version, input);
    return this.read(id);
  }

  @Put('duress-word')
  @Allow('contact:edit')
  async writeDuressWord(@Param('id', Id) id: string, @Body() input: DuressWordInput): Promise<ClientView> {
    await this.contact.writeDuressWord(id, input);
    return this.read(id);
  }

  /** A repeat of one of these is answered by the file as it is then. */
  read(id: string): Promise<ClientView> {
    return this.clients.read(id);
  }
}
