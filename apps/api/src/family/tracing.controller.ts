import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyLinkView } from '@panah/contracts/family-links.contract';
import {
  DeathInput,
  DeathNewsInput,
  FindingInput,
  ReasonInput,
  TracingPlanInput,
  TracingStepInput,
  VerificationInput,
} from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LinksService } from './links.service';
import { TracingService } from './tracing.service';
import { VerificationService } from './verification.service';

/** Looking for somebody, and whether it is they (model 3.6). */
@Controller('family-links/:id')
export class TracingController {
  constructor(
    private readonly links: LinksService,
    private readonly tracing: TracingService,
    private readonly verification: VerificationService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Post('tracing')
  @HttpCode(200)
  @Allow('family-link:start_tracing')
  @Idempotent('read')
  async beginTracing(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: TracingPlanInput): Promise<FamilyLinkView> {
    await this.tracing.begin(id, version, input);
    return this.links.read(id);
  }

  @Post('tracing-steps')
  @HttpCode(200)
  @Allow('family-link:step')
  @Idempotent('read')
  async trace(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: TracingStepInput): Promise<FamilyLinkView> {
    await this.tracing.step(id, version, input);
    return this.links.read(id);
  }

  @Post('finding')
  @HttpCode(200)
  @Allow('family-link:located')
  @Idempotent('read')
  async find(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: FindingInput): Promise<FamilyLinkView> {
    await this.tracing.find(id, version, input);
    return this.links.read(id);
  }

  @Post('death')
  @HttpCode(200)
  @Allow('family-link:deceased')
  @Idempotent('read')
  async learnOfDeath(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: DeathInput): Promise<FamilyLinkView> {
    await this.tracing.learnOfDeath(id, version, input);
    return this.links.read(id);
  }

  @Post('death-news')
  @HttpCode(200)
  @Allow('family-link:inform')
  @Idempotent('read')
  async tellDeath(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: DeathNewsInput): Promise<FamilyLinkView> {
    await this.tracing.tellDeath(id, version, input);
    return this.links.read(id);
  }

  @Post('not-found')
  @HttpCode(200)
  @Allow('family-link:not_found')
  @Idempotent('read')
  async giveUp(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.tracing.giveUp(id, version);
    return this.links.read(id);
  }

  @Post('verifications')
  @HttpCode(200)
  @Allow('family-link:verify')
  @Idempotent('read')
  async noteVerification(
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() input: VerificationInput,
  ): Promise<FamilyLinkView> {
    await this.verification.note(id, version, input);
    return this.links.read(id);
  }

  @Post('verified')
  @HttpCode(200)
  @Allow('family-link:verify')
  @Idempotent('read')
  async verify(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyLinkView> {
    await this.verification.verify(id, version);
    return this.links.read(id);
  }

  @Post('false-match')
  @HttpCode(200)
  @Allow('family-link:false_match')
  @Idempotent('read')
  async unfind(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { reason }: ReasonInput): Promise<FamilyLinkView> {
    await this.verification.unfind(id, version, reason);
    return this.links.read(id);
  }
}
