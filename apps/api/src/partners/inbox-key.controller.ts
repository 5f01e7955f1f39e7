import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { HandOverInput, InboxKeyInput, LocksInput, MemberKeyInput, OwnInboxView } from '@panah/contracts/inbox-key.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { InboxKeyService } from './inbox-key.service';

/** A partner's own keys: routes that only its people have a word for, and that name no record of anybody else. */
@Controller('inbox-key')
export class InboxKeyController {
  constructor(private readonly inbox: InboxKeyService) {}

  @Get()
  @Allow('inbox-key:read')
  read(): Promise<OwnInboxView> {
    return this.inbox.read();
  }

  @Post('member-key')
  @HttpCode(200)
  @Allow('inbox-key:lock')
  @FreshSignIn()
  @Idempotent('read')
  makeMemberKey(@Body() input: MemberKeyInput): Promise<OwnInboxView> {
    return this.inbox.makeMemberKey(input);
  }

  @Put('locks')
  @Allow('inbox-key:lock')
  lockAnew(@IfMatch() version: number, @Body() input: LocksInput): Promise<OwnInboxView> {
    return this.inbox.lockAnew(version, input);
  }

  @Post('keys')
  @HttpCode(200)
  @Allow('inbox-key:make')
  @FreshSignIn()
  @Idempotent('read')
  makeKey(@Body() input: InboxKeyInput): Promise<OwnInboxView> {
    return this.inbox.makeKey(input);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Allow('inbox-key:hand-over')
  @Idempotent('read')
  handOver(@Body() input: HandOverInput): Promise<OwnInboxView> {
    return this.inbox.handOver(input);
  }
}
