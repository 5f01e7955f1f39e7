import { Injectable } from '@nestjs/common';
import type { FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import type { FamilyMessage } from './family-message.entity';
import { actionsOf, messageView, standingBody, standingTranslation } from './family-message.view';
import { FamilyMessageRecords } from './family-message.records';
import { MessageLeaks } from './message-leaks';
import { MessagePictures } from './message-picture.records';
import { MessageQueue } from './message-queue.records';
import { MessageTexts } from './message-text.records';

/** A message as one of those who have to do with it reads it. */
@Injectable()
export class MessageReading {
  constructor(
    private readonly messages: FamilyMessageRecords,
    private readonly texts: MessageTexts,
    private readonly pictures: MessagePictures,
    private readonly leaks: MessageLeaks,
    private readonly queue: MessageQueue,
    private readonly staff: StaffRecords,
  ) {}

  async read(id: string): Promise<FamilyMessageView> {
    return this.view(await this.messages.get(id));
  }

  async view(message: FamilyMessage): Promise<FamilyMessageView> {
    const { staffId } = currentActor();
    const texts = await this.texts.of(message);
    const words = await this.texts.words(message);
    const pictures = await this.pictures.of(message);
    const found = await this.leaks.in(message.id, standingBody(texts), standingTranslation(message, texts));
    const asked = actionsOf(message, staffId).includes('translate') ? await this.queue.translators(message.id) : [];
    const people = [
      message.writerId,
      message.reviewerId,
      message.translatorId,
      message.approvedBy,
      ...words.map(({ byId }) => byId),
      ...asked,
    ];
    const names = await this.staff.names(people);
    const nameOf = (person: string): string => names.get(person) ?? '';
    const translators = asked.map((person) => ({ id: person, name: nameOf(person) })).sort((a, b) => a.name.localeCompare(b.name));
    return messageView(message, { texts, words, pictures, found, translators }, staffId, nameOf);
  }
}
