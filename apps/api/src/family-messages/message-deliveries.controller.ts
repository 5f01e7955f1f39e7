import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  FamilyMessageView,
  MessageDeliveryInput,
  MessageHoldInput,
  MessageUndeliveredInput,
} from '@panah/contracts/family-messages.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyMessagesService } from './family-messages.service';
import { MessageDeliveriesService } from './message-deliveries.service';

/** What becomes of a message that was let go. There is no route that releases one. */
@Controller('family-messages/:id')
export class MessageDeliveriesController {
  constructor(
    private readonly messages: FamilyMessagesService,
    private readonly deliveries: MessageDeliveriesService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyMessageView> {
    return this.messages.read(id);
  }

  @Post('holding')
  @HttpCode(200)
  @Allow('family-message:hold')
  @Idempotent('read')
  hold(@Param('id', Id) id: string, @Body() input: MessageHoldInput): Promise<FamilyMessageView> {
    return this.deliveries.hold(id, input);
  }

  @Post('recall')
  @HttpCode(200)
  @Allow('family-message:recall')
  @Idempotent('read')
  recall(@Param('id', Id) id: string): Promise<FamilyMessageView> {
    return this.deliveries.recall(id);
  }

  @Post('delivery')
  @HttpCode(200)
  @Allow('family-message:deliver')
  @Idempotent('read')
  deliver(@Param('id', Id) id: string, @Body() input: MessageDeliveryInput): Promise<FamilyMessageView> {
    return this.deliveries.deliver(id, input);
  }

  @Post('non-delivery')
  @HttpCode(200)
  @Allow('family-message:deliver')
  @Idempotent('read')
  fail(@Param('id', Id) id: string, @Body() input: MessageUndeliveredInput): Promise<FamilyMessageView> {
    return this.deliveries.fail(id, input);
  }
}
