import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  EnquiryCandidatesView,
  EnquiryClientAnswerInput,
  TeamAnswersView,
  AllocationQuestionInput,
  AdmissionInput,
} from '@panah/contracts/intake-allocation.contract';
import { EnquiryView } from '@panah/contracts/intake.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { AdmissionService } from './admission.service';
import { AllocationService } from './allocation.service';
import { EnquiriesService } from './enquiries.service';

/** From a proposal to a case: who will work with the person, both answers, and the admission itself. */
@Controller('enquiries/:id')
export class AdmissionController {
  constructor(
    private readonly admissions: AdmissionService,
    private readonly allocation: AllocationService,
    private readonly enquiries: EnquiriesService,
  ) {}

  @Get('candidates')
  @Allow('enquiry:see-candidates')
  candidates(@Param('id', Id) id: string): Promise<EnquiryCandidatesView> {
    return this.allocation.candidates(id);
  }

  @Get('allocation-questions')
  @Allow('enquiry:read')
  answers(@Param('id', Id) id: string): Promise<TeamAnswersView> {
    return this.allocation.answers(id);
  }

  @Post('allocation-questions')
  @Allow('enquiry:ask-about-tie')
  @Idempotent('answers')
  ask(@Param('id', Id) id: string, @Body() { staffId }: AllocationQuestionInput): Promise<TeamAnswersView> {
    return this.allocation.ask(id, staffId);
  }

  @Post('allocation-questions/:staffId/client-answer')
  @HttpCode(200)
  @Allow('enquiry:edit')
  @Idempotent('answers')
  clientAnswer(
    @Param('id', Id) id: string,
    @Param('staffId', Id) staffId: string,
    @Body() input: EnquiryClientAnswerInput,
  ): Promise<TeamAnswersView> {
    return this.allocation.clientAnswer(id, staffId, input);
  }

  @Post('admission')
  @HttpCode(200)
  @Allow('enquiry:admit')
  @Idempotent('readEnquiry')
  async admit(@Param('id', Id) id: string, @Body() input: AdmissionInput): Promise<EnquiryView> {
    return this.enquiries.read(await this.admissions.admit(id, input));
  }

  /** What a repeated admission is answered with; `GET /enquiries/:id` is its route. */
  readEnquiry(id: string): Promise<EnquiryView> {
    return this.enquiries.read(id);
  }
}
