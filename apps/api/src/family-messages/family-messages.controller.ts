import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  FamilyMessageInput,
  FamilyMessageQuery,
  FamilyMessagesView,
  FamilyMessageTextInput,
  FamilyMessageView,
  LinkMessagesView,
} from '@panah/contracts/family-messages.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyMessagesService } from './family-messages.service';

/** Private family news that we carry (model 3.7). */
@Controller()
export class FamilyMessagesController {
  constructor(private readonly messages: FamilyMessagesService) {}

  @Get('family-links/:id/messages')
  @Allow('family-message:read')
  ofLink(@Param('id', Id) linkId: string): Promise<LinkMessagesView> {
    return this.messages.ofLink(linkId);
  }

  @Post('family-links/:id/messages')
  @Allow('family-message:write')
  @Idempotent('read')
  write(@Param('id', Id) linkId: string, @Body() input: FamilyMessageInput): Promise<FamilyMessageView> {
    return this.messages.write(linkId, input);
  }

  /** What waits for the reader, without a word of what is in it. */
  @Get('family-messages')
  @Allow('family-message:list')
  waiting(@Query() query: FamilyMessageQuery): Promise<FamilyMessagesView> {
    return this.messages.waiting(query);
  }

  @Get('family-messages/:id')
  @Allow('family-message:read')
  read(@Param('id', Id) id: string): Promise<FamilyMessageView> {
    return this.messages.read(id);
  }

  @Put('family-messages/:id')
  @Allow('family-message:write')
  rewrite(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: FamilyMessageTextInput): Promise<FamilyMessageView> {
    return this.messages.rewrite(id, version, input);
  }

  @Post('family-messages/:id/submission')
  @HttpCode(200)
  @Allow('family-message:submit')
  @Idempotent('read')
  submit(@Param('id', Id) id: string): Promise<FamilyMessageView> {
    return this.messages.submit(id);
  }
}
