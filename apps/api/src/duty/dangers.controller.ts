import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DangerInput, DangerView, EnquiryDangerView, HandBackInput, SettlementInput } from '@panah/contracts/duty.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DutyService } from './duty.service';

/** Dangers: raised by anyone on the team, taken by whoever is on duty, settled by somebody else than who raised them (R-RI-09). */
@Controller()
export class DangersController {
  constructor(private readonly duty: DutyService) {}

  @Post('cases/:id/dangers')
  @Allow('danger:raise')
  @Idempotent('read')
  raise(@Param('id', Id) caseId: string, @Body() input: DangerInput): Promise<DangerView> {
    return this.duty.raise(caseId, input);
  }

  @Get('dangers/:id')
  @Allow('danger:read')
  read(@Param('id', Id) id: string): Promise<DangerView> {
    return this.duty.one(id);
  }

  /** "I have it". */
  @Post('dangers/:id/taking')
  @HttpCode(200)
  @Allow('danger:take')
  @Idempotent('read')
  take(@Param('id', Id) id: string): Promise<DangerView> {
    return this.duty.step(id, 'take');
  }

  /** "I have it", of somebody who asks for help and is in danger now. */
  @Post('enquiries/:id/danger-taking')
  @HttpCode(200)
  @Allow('danger:take')
  @Idempotent('readEnquiry')
  takeEnquiry(@Param('id', Id) id: string): Promise<EnquiryDangerView> {
    return this.duty.takeEnquiry(id);
  }

  @Post('dangers/:id/hand-back')
  @HttpCode(200)
  @Allow('danger:hand_back')
  @Idempotent('read')
  handBack(@Param('id', Id) id: string, @Body() { words }: HandBackInput): Promise<DangerView> {
    return this.duty.step(id, 'hand_back', words ?? null);
  }

  @Post('dangers/:id/settlement')
  @HttpCode(200)
  @Allow('danger:settle')
  @Idempotent('read')
  settle(@Param('id', Id) id: string, @Body() { words }: SettlementInput): Promise<DangerView> {
    return this.duty.step(id, 'settle', words);
  }

  /** A repeat is answered by how it stands now. */
  readEnquiry(id: string): Promise<EnquiryDangerView> {
    return this.duty.oneEnquiry(id);
  }
}
