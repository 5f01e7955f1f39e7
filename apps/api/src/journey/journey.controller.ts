import { Controller, Get, Param } from '@nestjs/common';
import type { JourneyView } from '@panah/contracts/journey.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { JourneyService } from './journey.service';

/** Where each step of a person's journey stands. */
@Controller()
export class JourneyController {
  constructor(private readonly journey: JourneyService) {}

  @Get('cases/:id/journey')
  @Allow('case:read')
  read(@Param('id', Id) caseId: string): Promise<JourneyView> {
    return this.journey.read(caseId);
  }
}
