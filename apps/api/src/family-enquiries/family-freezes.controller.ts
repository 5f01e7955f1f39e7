import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyFreezesView, FamilyFreezeView, FreezeDecisionInput } from '@panah/contracts/family-enquiries.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyFreezesService } from './family-freezes.service';

/** Enquiries that share a telephone, an address or a wording: a coordinator looks before anything comes of them. */
@Controller('family-freezes')
export class FamilyFreezesController {
  constructor(private readonly freezes: FamilyFreezesService) {}

  @Get()
  @Allow('family-freeze:read')
  waiting(): Promise<FamilyFreezesView> {
    return this.freezes.waiting();
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Allow('family-freeze:decide')
  @Idempotent('again')
  decide(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: FreezeDecisionInput): Promise<FamilyFreezeView> {
    return this.freezes.decide(id, version, input);
  }

  /** What a repeated request finds by now. */
  again(id: string): Promise<FamilyFreezeView> {
    return this.freezes.read(id);
  }
}
