import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyLinkView } from '@panah/contracts/family-links.contract';
import { OwnClientInput, RiskReviewInput } from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LinksService } from './links.service';
import { OwnClientService } from './own-client.service';
import { RiskReviewService } from './risk-review.service';

/** What keeps the two of a link safe from each other, and from us: a new look at the risks, and two officers where both are clients. */
@Controller('family-links/:id')
export class LinkCareController {
  constructor(
    private readonly links: LinksService,
    private readonly risks: RiskReviewService,
    private readonly clients: OwnClientService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Post('risk-review')
  @HttpCode(200)
  @Allow('family-link:review-risk')
  @Idempotent('read')
  async reviewRisk(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: RiskReviewInput): Promise<FamilyLinkView> {
    await this.risks.review(id, version, input);
    return this.links.read(id);
  }

  @Post('own-client')
  @HttpCode(200)
  @Allow('family-link:own-client')
  @Idempotent('read')
  async nameClient(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: OwnClientInput): Promise<FamilyLinkView> {
    await this.clients.name(id, version, input);
    return this.links.read(id);
  }
}
