import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyMatchesView, FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyMatchesService } from './family-matches.service';

/** Who asks and who is missed may be one person: two decide, of the client's office, who entered nothing of it. */
@Controller('family-matches')
export class FamilyMatchesController {
  constructor(private readonly matches: FamilyMatchesService) {}

  @Get()
  @Allow('family-match:read')
  waiting(): Promise<FamilyMatchesView> {
    return this.matches.waiting();
  }

  @Get(':id')
  @Allow('family-match:read')
  read(@Param('id', Id) id: string): Promise<FamilyMatchView> {
    return this.matches.read(id);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Allow('family-match:confirm')
  @Idempotent('read')
  confirm(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyMatchView> {
    return this.matches.confirm(id, version);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('family-match:refuse')
  @Idempotent('read')
  refuse(@Param('id', Id) id: string, @IfMatch() version: number): Promise<FamilyMatchView> {
    return this.matches.refuse(id, version);
  }
}
