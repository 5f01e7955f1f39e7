import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyLinkView } from '@panah/contracts/family-links.contract';
import {
  ApproachInput,
  ApproachRiskInput,
  HearingInput,
  LinkRequestInput,
  MinorSafeguardInput,
  ReasonInput,
  RelativeDeclinesInput,
} from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ApproachService } from './approach.service';
import { LinksService } from './links.service';
import { PausingService } from './pausing.service';

/** Asking the relative, and waiting for both. */
@Controller('family-links/:id')
export class ApproachController {
  constructor(
    private readonly links: LinksService,
    private readonly approaches: ApproachService,
    private readonly pausing: PausingService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Post('approach-assessment')
  @HttpCode(200)
  @Allow('family-link:assess-approach')
  @Idempotent('read')
  async assess(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ApproachRiskInput): Promise<FamilyLinkView> {
    await this.approaches.assess(id, version, input);
    return this.links.read(id);
  }

  @Post('approach')
  @HttpCode(200)
  @Allow('family-link:approach')
  @Idempotent('read')
  async approach(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ApproachInput): Promise<FamilyLinkView> {
    await this.approaches.approach(id, version, input);
    return this.links.read(id);
  }

  @Post('hearings')
  @HttpCode(200)
  @Allow('family-link:hear')
  @Idempotent('read')
  async hear(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: HearingInput): Promise<FamilyLinkView> {
    await this.approaches.hear(id, version, input);
    return this.links.read(id);
  }

  @Post('agreement')
  @HttpCode(200)
  @Allow('family-link:relative_consents')
  @Idempotent('read')
  async agree(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.approaches.agree(id, version);
    return this.links.read(id);
  }

  @Post('declining')
  @HttpCode(200)
  @Allow('family-link:relative_declines')
  @Idempotent('read')
  async decline(
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { neverAgain }: RelativeDeclinesInput,
  ): Promise<FamilyLinkView> {
    await this.approaches.decline(id, version, neverAgain);
    return this.links.read(id);
  }

  @Post('no-reply')
  @HttpCode(200)
  @Allow('family-link:no_reply')
  @Idempotent('read')
  async hearNothing(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.approaches.hearNothing(id, version);
    return this.links.read(id);
  }

  @Post('pause')
  @HttpCode(200)
  @Allow('family-link:pause')
  @Idempotent('read')
  async pause(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { reason }: ReasonInput): Promise<FamilyLinkView> {
    await this.pausing.pause(id, version, reason);
    return this.links.read(id);
  }

  @Post('request')
  @HttpCode(200)
  @Allow('family-link:ask')
  @Idempotent('read')
  async ask(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: LinkRequestInput): Promise<FamilyLinkView> {
    await this.pausing.ask(id, version, input);
    return this.links.read(id);
  }

  @Post('resumption')
  @HttpCode(200)
  @Allow('family-link:resume')
  @Idempotent('read')
  async resume(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.pausing.resume(id, version);
    return this.links.read(id);
  }

  @Post('safeguards')
  @HttpCode(200)
  @Allow('family-link:safeguard')
  @Idempotent('read')
  async safeguard(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: MinorSafeguardInput): Promise<FamilyLinkView> {
    await this.pausing.safeguard(id, version, input);
    return this.links.read(id);
  }
}
