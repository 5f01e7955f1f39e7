import { Readable } from 'node:stream';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { type FamilyMessageView, MessageAttachmentInput } from '@panah/contracts/family-messages.contract';
import { nameAtLeaving } from '@panah/domain/documents/document.rules';
import { assertMessageStep } from '@panah/domain/family/message.rules';
import { PictureArrivals } from '../documents/picture-arrivals.records';
import { currentActor } from '../platform/access/current-reach';
import { validated } from '../platform/errors/validation';
import { fileAnswer } from '../platform/http/file-answer';
import type { StreamedBody } from '../platform/http/streamed-body';
import { type FamilyMessage, readerOf, standingOf } from './family-message.entity';
import { FamilyMessageRecords } from './family-message.records';
import { MessagePictures } from './message-picture.records';
import { MessageReading } from './message-reading';

/** Photographs that go along: the one kind of thing that does (model 2.12). */
@Injectable()
export class MessagePicturesService {
  constructor(
    private readonly messages: FamilyMessageRecords,
    private readonly pictures: MessagePictures,
    private readonly arrivals: PictureArrivals,
    private readonly reading: MessageReading,
  ) {}

  /** First the reach, then the form, then the bytes; held only when they are here. */
  async add(id: string, body: StreamedBody): Promise<FamilyMessageView> {
    this.assertWriting(await this.messages.get(id));
    const { clean } = await validated(MessageAttachmentInput, body.told);
    const { tells, ...picture } = await this.arrivals.take(body, clean ? 'clean-it' : 'as-it-is');
    const message = await this.messages.hold(id);
    this.assertWriting(message);
    await this.pictures.add(message, { ...picture, cleanedOf: tells });
    return this.reading.read(id);
  }

  async remove(id: string, pictureId: string): Promise<FamilyMessageView> {
    const message = await this.messages.hold(id);
    await this.pictures.assertOn(message, pictureId);
    this.assertWriting(message);
    await this.pictures.remove(message, pictureId);
    return this.reading.read(id);
  }

  /** Under a name that tells nothing, made of what crosses and of nothing that was there before. */
  async shown(id: string, pictureId: string): Promise<StreamableFile> {
    const message = await this.messages.get(id);
    const { picture, content } = await this.pictures.content(message, pictureId);
    return fileAnswer(nameAtLeaving(message.crossingId ?? picture.id, picture.kind), content.length, Readable.from([content]));
  }

  private assertWriting(message: FamilyMessage): void {
    assertMessageStep(standingOf(message), readerOf(message, currentActor().staffId), 'write');
  }
}
