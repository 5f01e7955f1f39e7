import { Injectable } from '@nestjs/common';
import type {
  FamilyMessageInput,
  FamilyMessageQuery,
  FamilyMessagesView,
  FamilyMessageTextInput,
  FamilyMessageView,
  LinkMessagesView,
} from '@panah/contracts/family-messages.contract';
import { assertMessageStep, LINK_PREPARES } from '@panah/domain/family/message.rules';
import { currentActor } from '../platform/access/current-reach';
import { type FamilyMessage, type MessageDirection, readerOf, standingOf } from './family-message.entity';
import { FamilyMessageRecords } from './family-message.records';
import { messageLine, queueLine } from './family-message.view';
import { MessageQueue } from './message-queue.records';
import { MessageReading } from './message-reading';
import { MessageTexts } from './message-text.records';

/** Messages while they are written; and what waits for whom. */
@Injectable()
export class FamilyMessagesService {
  constructor(
    private readonly messages: FamilyMessageRecords,
    private readonly texts: MessageTexts,
    private readonly queue: MessageQueue,
    private readonly reading: MessageReading,
  ) {}

  async ofLink(linkId: string): Promise<LinkMessagesView> {
    const link = await this.messages.link(linkId);
    const { staffId } = currentActor();
    const items = (await this.messages.ofLink(link)).map((message) => messageLine(message, staffId));
    return { id: linkId, items, actions: LINK_PREPARES.includes(link.state) ? ['write'] : [] };
  }

  async waiting(query: FamilyMessageQuery): Promise<FamilyMessagesView> {
    const { staffId } = currentActor();
    const { rows, next, total } = await this.queue.page(query);
    return { items: rows.map((row) => queueLine(row, staffId)), next, total };
  }

  read(id: string): Promise<FamilyMessageView> {
    return this.reading.read(id);
  }

  /** Drafted early is allowed; released is not (model 3.7). */
  async write(linkId: string, input: FamilyMessageInput): Promise<FamilyMessageView> {
    const link = await this.messages.link(linkId);
    const message = await this.messages.add(link, {
      direction: input.direction as MessageDirection,
      language: input.language,
      how: input.how as FamilyMessage['how'],
    });
    await this.texts.write(message, input.body.trim());
    return this.reading.view(message);
  }

  async rewrite(id: string, version: number, { body }: FamilyMessageTextInput): Promise<FamilyMessageView> {
    const message = await this.messages.hold(id);
    assertMessageStep(standingOf(message), readerOf(message, currentActor().staffId), 'write');
    await this.messages.edited(message, version);
    await this.texts.write(message, body.trim());
    return this.reading.read(id);
  }

  /** From here on its words stand. One that came back is handed in with new words, or as it was. */
  async submit(id: string): Promise<FamilyMessageView> {
    const message = await this.messages.hold(id);
    assertMessageStep(standingOf(message), readerOf(message, currentActor().staffId), 'submit');
    await this.messages.move(message, 'submit');
    return this.reading.read(id);
  }
}
