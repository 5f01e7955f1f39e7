import { Controller, Get, Query } from '@nestjs/common';
import { ContactCasesQuery, ContactCasesView, OnTimeCasesQuery, OnTimeCasesView } from '@panah/contracts/practice-lists.contract';
import { Allow } from '../platform/access/allow';
import { PracticeListsService } from './practice-lists.service';

/** The list behind each number of P-08 and P-09. */
@Controller('reports')
export class PracticeListsController {
  constructor(private readonly lists: PracticeListsService) {}

  @Get('contact-standard/cases')
  @Allow('report:read')
  contact(@Query() query: ContactCasesQuery): Promise<ContactCasesView> {
    return this.lists.contact(query);
  }

  @Get('on-time/cases')
  @Allow('report:read')
  onTime(@Query() query: OnTimeCasesQuery): Promise<OnTimeCasesView> {
    return this.lists.onTime(query);
  }
}
