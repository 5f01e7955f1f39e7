import { Body, Controller, Post } from '@nestjs/common';
import { FamilyEnquiryAnswerView, FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import { enquiryAnswer } from '@panah/domain/family/enquiry-answer';
import { Allow } from '../platform/access/allow';
import { IdempotentUnread } from '../platform/idempotency/idempotent';
import { FamilyEnquiriesService } from './family-enquiries.service';

/** Relatives' enquiries: entered, and never read by whoever enters them. */
@Controller('family-enquiries')
export class FamilyEnquiriesController {
  constructor(private readonly enquiries: FamilyEnquiriesService) {}

  @Post()
  @Allow('family-enquiry:enter')
  @IdempotentUnread('again')
  enter(@Body() input: FamilyEnquiryInput): Promise<FamilyEnquiryAnswerView> {
    return this.enquiries.enter(input);
  }

  /** The sentence rests on the language alone: a repeat is told the same. */
  again({ asking }: FamilyEnquiryInput): FamilyEnquiryAnswerView {
    return enquiryAnswer(asking.language);
  }
}
