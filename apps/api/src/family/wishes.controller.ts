import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  FamilyConsentInput,
  FamilyStopInput,
  FamilyWarningInput,
  FamilyWishesView,
  FamilyWishInput,
  FamilyWishView,
} from '@panah/contracts/family-wishes.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { WishesService } from './wishes.service';

/** The client's side of a family link: what they wish, what they allow, and what their team is shown. */
@Controller()
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  @Get('cases/:id/family-wishes')
  @Allow('family-link:read')
  list(@Param('id', Id) caseId: string): Promise<FamilyWishesView> {
    return this.wishes.list(caseId);
  }

  @Post('cases/:id/family-wishes')
  @Allow('family-link:note')
  @Idempotent('read')
  note(@Param('id', Id) caseId: string, @Body() input: FamilyWishInput): Promise<FamilyWishView> {
    return this.wishes.note(caseId, input);
  }

  @Get('family-wishes/:id')
  @Allow('family-link:read')
  read(@Param('id', Id) id: string): Promise<FamilyWishView> {
    return this.wishes.read(id);
  }

  @Patch('family-wishes/:id')
  @Allow('family-link:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: FamilyWishInput): Promise<FamilyWishView> {
    return this.wishes.edit(id, version, input);
  }

  @Post('family-wishes/:id/warning')
  @HttpCode(200)
  @Allow('family-link:warn')
  @Idempotent('read')
  warn(@Param('id', Id) id: string, @Body() input: FamilyWarningInput): Promise<FamilyWishView> {
    return this.wishes.warn(id, input);
  }

  @Post('family-wishes/:id/consents')
  @HttpCode(200)
  @Allow('family-link:edit')
  @Idempotent('read')
  consent(@Param('id', Id) id: string, @Body() input: FamilyConsentInput): Promise<FamilyWishView> {
    return this.wishes.consent(id, input);
  }

  @Post('family-wishes/:id/consents/:consentId/withdrawal')
  @HttpCode(200)
  @Allow('family-link:read')
  @Idempotent('read')
  withdraw(
    @Param('id', Id) id: string,
    @Param('consentId', Id) consentId: string,
    @Body() input: FamilyStopInput,
  ): Promise<FamilyWishView> {
    return this.wishes.withdraw(id, consentId, input);
  }

  @Post('family-wishes/:id/beginning')
  @HttpCode(200)
  @Allow('family-link:open')
  @Idempotent('read')
  begin(@Param('id', Id) id: string): Promise<FamilyWishView> {
    return this.wishes.begin(id);
  }

  @Post('family-wishes/:id/end')
  @HttpCode(200)
  @Allow('family-link:client_stops')
  @Idempotent('read')
  end(@Param('id', Id) id: string, @Body() input: FamilyStopInput): Promise<FamilyWishView> {
    return this.wishes.end(id, input);
  }
}
