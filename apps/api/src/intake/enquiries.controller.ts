import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  DeclineInput,
  EnquiryInput,
  EnquiryListQuery,
  EnquiryListView,
  EnquirySearchInput,
  EnquiryView,
  FirstResponseInput,
  IntakeStartInput,
  TieInput,
} from '@panah/contracts/intake.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { EnquiriesService } from './enquiries.service';

/** First contacts: received, answered, taken up or declined. */
@Controller('enquiries')
export class EnquiriesController {
  constructor(private readonly enquiries: EnquiriesService) {}

  @Get()
  @Allow('enquiry:list')
  list(@Query() query: EnquiryListQuery): Promise<EnquiryListView> {
    return this.enquiries.list(query);
  }

  /** The same list by a name or reference; it changes nothing. */
  @Post('search')
  @HttpCode(200)
  @Allow('enquiry:list')
  search(@Body() input: EnquirySearchInput): Promise<EnquiryListView> {
    return this.enquiries.list(input);
  }

  @Get(':id')
  @Allow('enquiry:read')
  read(@Param('id', Id) id: string): Promise<EnquiryView> {
    return this.enquiries.read(id);
  }

  @Post()
  @Allow('enquiry:create')
  @Idempotent('read')
  receive(@Body() input: EnquiryInput): Promise<EnquiryView> {
    return this.enquiries.receive(input);
  }

  @Put(':id')
  @Allow('enquiry:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: EnquiryInput): Promise<EnquiryView> {
    return this.enquiries.edit(id, version, input);
  }

  @Post(':id/first-response')
  @HttpCode(200)
  @Allow('enquiry:edit')
  @Idempotent('read')
  respond(@Param('id', Id) id: string, @Body() { at }: FirstResponseInput): Promise<EnquiryView> {
    return this.enquiries.respond(id, at);
  }

  /** Closes the enquiry to the one who declares it. */
  @Post(':id/tie')
  @HttpCode(204)
  @Allow('enquiry:edit')
  @Idempotent('read')
  declareTie(@Param('id', Id) id: string, @Body() { kind }: TieInput): Promise<void> {
    return this.enquiries.declareTie(id, kind);
  }

  @Post(':id/intake')
  @HttpCode(200)
  @Allow('enquiry:start_intake')
  @Idempotent('read')
  startIntake(@Param('id', Id) id: string, @Body() { noTie }: IntakeStartInput): Promise<EnquiryView> {
    return this.enquiries.startIntake(id, noTie);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('enquiry:decline')
  @Idempotent('read')
  decline(@Param('id', Id) id: string, @Body() input: DeclineInput): Promise<EnquiryView> {
    return this.enquiries.decline(id, input);
  }
}
