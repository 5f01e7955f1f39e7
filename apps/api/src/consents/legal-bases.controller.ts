import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LegalBasesView, LegalBasisInput, LegalBasisView, VerbalApprovalInput } from '@panah/contracts/disclosures.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LegalBasesService } from './legal-bases.service';

/** Disclosure without consent: a record of its own, of two people (R-CO-08). */
@Controller()
export class LegalBasesController {
  constructor(private readonly bases: LegalBasesService) {}

  @Get('cases/:id/legal-bases')
  @Allow('legal-basis:read')
  list(@Param('id', Id) id: string): Promise<LegalBasesView> {
    return this.bases.list(id);
  }

  @Get('legal-bases/:id')
  @Allow('legal-basis:read')
  read(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.read(id);
  }

  @Post('cases/:id/legal-bases')
  @Allow('legal-basis:ask')
  @Idempotent('read')
  ask(@Param('id', Id) id: string, @Body() input: LegalBasisInput): Promise<LegalBasisView> {
    return this.bases.ask(id, input);
  }

  @Post('legal-bases/:id/approval')
  @HttpCode(200)
  @Allow('legal-basis:approve')
  @Idempotent('read')
  approve(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.approve(id);
  }

  @Post('legal-bases/:id/refusal')
  @HttpCode(200)
  @Allow('legal-basis:approve')
  @Idempotent('read')
  refuse(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.refuse(id);
  }

  @Post('legal-bases/:id/verbal-approval')
  @HttpCode(200)
  @Allow('legal-basis:ask')
  @Idempotent('read')
  approveVerbally(@Param('id', Id) id: string, @Body() { secondId }: VerbalApprovalInput): Promise<LegalBasisView> {
    return this.bases.approveVerbally(id, secondId);
  }

  @Post('legal-bases/:id/confirmation')
  @HttpCode(200)
  @Allow('legal-basis:approve')
  @Idempotent('read')
  confirm(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.confirm(id);
  }

  @Post('legal-bases/:id/objection')
  @HttpCode(200)
  @Allow('legal-basis:approve')
  @Idempotent('read')
  object(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.object(id);
  }

  @Post('legal-bases/:id/informing')
  @HttpCode(200)
  @Allow('legal-basis:inform')
  @Idempotent('read')
  informed(@Param('id', Id) id: string): Promise<LegalBasisView> {
    return this.bases.informed(id);
  }
}
