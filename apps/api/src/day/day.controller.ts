import { Controller, Get } from '@nestjs/common';
import { DayView } from '@panah/contracts/day.contract';
import { Allow } from '../platform/access/allow';
import { DayRecords } from './day.records';
import { dayView } from './day.view';

/** My day: what is dangerous, due or waiting for the one who asks. */
@Controller('day')
export class DayController {
  constructor(private readonly day: DayRecords) {}

  @Get()
  @Allow('day:read')
  async read(): Promise<DayView> {
    return dayView(await this.day.ofReader());
  }
}
