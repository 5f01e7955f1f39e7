import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyLinkView } from '@panah/contracts/family-links.contract';
import {
  CheckInInput,
  ContactStepInput,
  FamilyClosingInput,
  FamilyDayInput,
  MediationInput,
  ReunionPlanInput,
  TellingInput,
} from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ContactsService } from './contacts.service';
import { LinksService } from './links.service';
import { ReunionService } from './reunion.service';
import { TellingsService } from './tellings.service';

/** From messages through us to meeting again, and the end of a link. */
@Controller('family-links/:id')
export class ContactsController {
  constructor(
    private readonly links: LinksService,
    private readonly contacts: ContactsService,
    private readonly tellings: TellingsService,
    private readonly reunions: ReunionService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Post('mediation')
  @HttpCode(200)
  @Allow('family-link:start_mediation')
  @Idempotent('read')
  async mediate(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: MediationInput): Promise<FamilyLinkView> {
    await this.contacts.mediate(id, version, input);
    return this.links.read(id);
  }

  @Post('tellings')
  @HttpCode(200)
  @Allow('family-link:tell')
  @Idempotent('read')
  async tell(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: TellingInput): Promise<FamilyLinkView> {
    await this.tellings.tell(id, version, input);
    return this.links.read(id);
  }

  @Post('direct-contact')
  @HttpCode(200)
  @Allow('family-link:agree_direct')
  @Idempotent('read')
  async agreeDirect(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.contacts.agreeDirect(id, version);
    return this.links.read(id);
  }

  @Post('contacts')
  @HttpCode(200)
  @Allow('family-link:contact')
  @Idempotent('read')
  async note(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ContactStepInput): Promise<FamilyLinkView> {
    await this.contacts.note(id, version, input);
    return this.links.read(id);
  }

  @Post('contacts/:contactId/check-in')
  @HttpCode(200)
  @Allow('family-link:check-in')
  @Idempotent('read')
  async checkIn(
    @Param('id', Id) id: string,
    @Param('contactId', Id) contactId: string,
    @IfMatch() version: number,
    @Body() input: CheckInInput,
  ): Promise<FamilyLinkView> {
    await this.contacts.checkIn(id, contactId, version, input);
    return this.links.read(id);
  }

  @Post('contacts/:contactId/calling-off')
  @HttpCode(200)
  @Allow('family-link:contact')
  @Idempotent('read')
  async callOff(
    @Param('id', Id) id: string,
    @Param('contactId', Id) contactId: string,
    @IfMatch() version: number,
  ): Promise<FamilyLinkView> {
    await this.contacts.callOff(id, contactId, version);
    return this.links.read(id);
  }

  @Post('reunion-plan')
  @HttpCode(200)
  @Allow('family-link:plan_reunion')
  @Idempotent('read')
  async planReunion(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ReunionPlanInput): Promise<FamilyLinkView> {
    await this.reunions.plan(id, version, input);
    return this.links.read(id);
  }

  @Post('reunion')
  @HttpCode(200)
  @Allow('family-link:reunite')
  @Idempotent('read')
  async reunite(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { on }: FamilyDayInput): Promise<FamilyLinkView> {
    await this.reunions.reunite(id, version, on);
    return this.links.read(id);
  }

  @Post('follow-up')
  @HttpCode(200)
  @Allow('family-link:follow_up')
  @Idempotent('read')
  async followUp(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.reunions.followUp(id, version);
    return this.links.read(id);
  }

  @Post('closing')
  @HttpCode(200)
  @Allow('family-link:close')
  @Idempotent('read')
  async close(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { outcome }: FamilyClosingInput): Promise<FamilyLinkView> {
    await this.reunions.close(id, version, outcome);
    return this.links.read(id);
  }
}
