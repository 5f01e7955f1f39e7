import { Injectable } from '@nestjs/common';
import type {
  FamilyMessageView,
  MessageDeliveryInput,
  MessageHoldInput,
  MessageUndeliveredInput,
} from '@panah/contracts/family-messages.contract';
import { assertDelivery, assertMessageStep } from '@panah/domain/family/message.rules';
import { currentActor } from '../platform/access/current-reach';
import { type FamilyMessage, readerOf, standingOf } from './family-message.entity';
import { FamilyMessageRecords } from './family-message.records';
import { MessageReading } from './message-reading';
import { MessageTexts } from './message-text.records';

/** What becomes of a message that was let go: held, taken back, handed over. Releasing it is the clock's alone. */
@Injectable()
export class MessageDeliveriesService {
  constructor(
    private readonly messages: FamilyMessageRecords,
    private readonly texts: MessageTexts,
    private readonly reading: MessageReading,
  ) {}

  async hold(id: string, { reason }: MessageHoldInput): Promise<FamilyMessageView> {
    await this.messages.move(await this.held(id, 'hold'), 'hold', { holdReason: reason });
    return this.reading.read(id);
  }

  /** Whoever wrote it wants it back; as long as it was not handed over. */
  async recall(id: string): Promise<FamilyMessageView> {
    await this.messages.move(await this.held(id, 'recall'), 'recall');
    return this.reading.read(id);
  }

  async deliver(id: string, { at, reaction }: MessageDeliveryInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'deliver');
    assertDelivery(Date.parse(at), message.releasedAt?.getTime() ?? Infinity, Date.now());
    if (reaction?.trim()) await this.texts.say(message, 'DELIVERY', { words: reaction.trim() });
    await this.messages.move(message, 'deliver', { deliveredAt: new Date(at), deliveredBy: currentActor().staffId });
    return this.reading.read(id);
  }

  async fail(id: string, { reason }: MessageUndeliveredInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'undelivered');
    await this.texts.say(message, 'NON_DELIVERY', { words: reason.trim() });
    await this.messages.move(message, 'undelivered');
    return this.reading.read(id);
  }

  private async held(id: string, action: string): Promise<FamilyMessage> {
    const message = await this.messages.hold(id);
    assertMessageStep(standingOf(message), readerOf(message, currentActor().staffId), action);
    return message;
  }
}
