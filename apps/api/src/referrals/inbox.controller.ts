import { Controller, Get, Headers, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { InboxEndView, InboxListView, InboxOpenedView, InboxQuery, InboxReferralView } from '@panah/contracts/inbox.contract';
import { Allow } from '../platform/access/allow';
import { eventAnswer, GivesEvents } from '../platform/http/event-stream';
import { Id } from '../platform/http/parameters';
import { InboxService } from './inbox.service';

/** What was sent to the partner of the one who asks. */
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Allow('inbox:list')
  list(@Query() query: InboxQuery): Promise<InboxListView> {
    return this.inbox.list(query);
  }

  @Get(':id')
  @Allow('inbox:read')
  read(@Param('id', Id) id: string): Promise<InboxReferralView> {
    return this.inbox.read(id);
  }

  /** Not kept from being repeated: each opening is one, and leaves a line. */
  @Post(':id/opening')
  @HttpCode(200)
  @Allow('inbox:open')
  open(@Param('id', Id) id: string): Promise<InboxOpenedView> {
    return this.inbox.open(id);
  }

  /** Open as long as the page is: `event: ended`, or `event: signed-out`, once. */
  @Get(':id/line')
  @Allow('inbox:follow')
  @GivesEvents(InboxEndView)
  async follow(@Param('id', Id) id: string, @Headers('accept') accept?: string): Promise<StreamableFile> {
    return eventAnswer(await this.inbox.follow(id), accept);
  }
}
