import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import { CaseHousingView, PlacementAddressView, PlacementRequestInput, PlacementView } from '@panah/contracts/housing.contract';
import { UnitMatchListView, UnitMatchQuery } from '@panah/contracts/unit-match.contract';
import { KeepApartInput, KeepApartView, WaitingListView, WaitingMoveInput } from '@panah/contracts/housing-waiting.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { KeepApartService } from './keep-apart.service';
import { RequestsService } from './requests.service';
import { WaitingService } from './waiting.service';

/** Who needs a place, who waits for one, and what suits. */
@Controller()
export class HousingRequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly waiting: WaitingService,
    private readonly apart: KeepApartService,
  ) {}

  @Get('cases/:id/housing')
  @Allow('placement:read')
  ofCase(@Param('id', Id) caseId: string): Promise<CaseHousingView> {
    return this.requests.ofCase(caseId);
  }

  @Post('cases/:id/housing/requests')
  @Allow('placement:request')
  @Idempotent('read')
  request(@Param('id', Id) caseId: string, @Body() input: PlacementRequestInput): Promise<PlacementView> {
    return this.requests.request(caseId, input);
  }

  @Put('placements/:id')
  @Allow('placement:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PlacementRequestInput): Promise<PlacementView> {
    return this.requests.edit(id, version, input);
  }

  @Get('placements/:id/units')
  @Allow('placement:see-units')
  matching(@Param('id', Id) id: string, @Query() query: UnitMatchQuery): Promise<UnitMatchListView> {
    return this.requests.matching(id, query);
  }

  @Post('placements/:id/address')
  @HttpCode(200)
  @Allow('residence:reveal')
  @FreshSignIn()
  address(@Param('id', Id) id: string, @Body() input: LocationRevealInput): Promise<PlacementAddressView> {
    return this.requests.address(id, input);
  }

  @Get('housing/waiting')
  @Allow('placement:list')
  list(): Promise<WaitingListView> {
    return this.waiting.list();
  }

  @Post('placements/:id/position')
  @HttpCode(200)
  @Allow('placement:rank')
  @Idempotent('read')
  async rank(@Param('id', Id) id: string, @Body() input: WaitingMoveInput): Promise<PlacementView> {
    await this.waiting.move(id, input);
    return this.read(id);
  }

  @Post('cases/:id/keep-apart')
  @Allow('keep-apart:set')
  @Idempotent('pair')
  keepApart(@Param('id', Id) caseId: string, @Body() input: KeepApartInput): Promise<KeepApartView> {
    return this.apart.set(caseId, input);
  }

  @Get('keep-apart/:id')
  @Allow('keep-apart:read')
  pair(@Param('id', Id) id: string): Promise<KeepApartView> {
    return this.apart.read(id);
  }

  /** What a repeated request is answered with. */
  read(id: string): Promise<PlacementView> {
    return this.requests.read(id);
  }

  @Post('keep-apart/:id/lifting')
  @HttpCode(204)
  @Allow('keep-apart:lift')
  lift(@Param('id', Id) id: string): Promise<void> {
    return this.apart.lift(id);
  }
}
