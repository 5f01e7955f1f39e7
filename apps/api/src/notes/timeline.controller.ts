import { Controller, Get, Param, Query } from '@nestjs/common';
import { TimelineQuery, TimelineView } from '@panah/contracts/timeline.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { TimelineService } from './timeline.service';

/** Everything that happened on a file, in one stream. */
@Controller()
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get('cases/:id/timeline')
  @Allow('case:read')
  read(@Param('id', Id) caseId: string, @Query() query: TimelineQuery): Promise<TimelineView> {
    return this.timeline.read(caseId, query);
  }
}
