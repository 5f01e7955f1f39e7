import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { FamilyLinkQuery, FamilyLinksView, FamilyLinkView } from '@panah/contracts/family-links.contract';
import { RelativeConsentInput, RelativeWithdrawalInput } from '@panah/contracts/relative-consents.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LinksService } from './links.service';
import { RelativeConsentsService } from './relative-consents.service';

/** Family links, for their officers alone: both sides, and what the relative decides. */
@Controller('family-links')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly consents: RelativeConsentsService,
  ) {}

  @Get()
  @Allow('family-link:list')
  board(@Query() query: FamilyLinkQuery): Promise<FamilyLinksView> {
    return this.links.board(query);
  }

  @Get(':id')
  @Allow('family-link:see-both')
  read(@Param('id', Id) id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Post(':id/relative-consents')
  @HttpCode(200)
  @Allow('relative-consent:record')
  @Idempotent('read')
  consent(@Param('id', Id) id: string, @Body() input: RelativeConsentInput): Promise<FamilyLinkView> {
    return this.consents.record(id, input);
  }

  @Post(':id/relative-consents/:consentId/withdrawal')
  @HttpCode(200)
  @Allow('relative-consent:withdraw')
  @Idempotent('read')
  withdraw(
    @Param('id', Id) id: string,
    @Param('consentId', Id) consentId: string,
    @Body() input: RelativeWithdrawalInput,
  ): Promise<FamilyLinkView> {
    return this.consents.withdraw(id, consentId, input);
  }
}
