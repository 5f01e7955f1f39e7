import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  IdentityStep,
  InformationStep,
  IntakeView,
  LegalBasisStep,
  ProposalStep,
  SafetyStep,
  SituationStep,
} from '@panah/contracts/intake-steps.contract';
import { EnquiryMatchesView } from '@panah/contracts/duplicates.contract';
import { EnquiryView } from '@panah/contracts/intake.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { EnquiriesService } from './enquiries.service';
import { IntakeService } from './intake.service';

/** An intake in six steps, each saved for itself and taken up again. The version of a step nobody saved is 0. */
@Controller('enquiries/:id')
export class IntakeController {
  constructor(
    private readonly intakes: IntakeService,
    private readonly enquiries: EnquiriesService,
  ) {}

  @Get('intake')
  @Allow('enquiry:read')
  read(@Param('id', Id) id: string): Promise<IntakeView> {
    return this.intakes.read(id);
  }

  @Put('intake/safety')
  @Allow('enquiry:edit')
  safety(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: SafetyStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'SAFETY', { version, content });
  }

  @Put('intake/information')
  @Allow('enquiry:edit')
  information(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: InformationStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'INFORMATION', { version, content });
  }

  @Put('intake/identity')
  @Allow('enquiry:edit')
  identity(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: IdentityStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'IDENTITY', { version, content });
  }

  @Put('intake/situation')
  @Allow('enquiry:edit')
  situation(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: SituationStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'SITUATION', { version, content });
  }

  @Put('intake/legal-basis')
  @Allow('enquiry:edit')
  legalBasis(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: LegalBasisStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'LEGAL_BASIS', { version, content });
  }

  @Put('intake/proposal')
  @Allow('enquiry:edit')
  proposal(@Param('id', Id) id: string, @IfMatch() version: number, @Body() content: ProposalStep): Promise<IntakeView> {
    return this.intakes.keep(id, 'PROPOSAL', { version, content });
  }

  @Get('matches')
  @Allow('enquiry:read')
  matches(@Param('id', Id) id: string): Promise<EnquiryMatchesView> {
    return this.intakes.matches(id);
  }

  @Post('proposal')
  @HttpCode(200)
  @Allow('enquiry:propose_admission')
  @Idempotent('readEnquiry')
  propose(@Param('id', Id) id: string): Promise<EnquiryView> {
    return this.intakes.propose(id);
  }

  /** What a repeated proposal is answered with; `GET /enquiries/:id` is its route. */
  readEnquiry(id: string): Promise<EnquiryView> {
    return this.enquiries.read(id);
  }
}
