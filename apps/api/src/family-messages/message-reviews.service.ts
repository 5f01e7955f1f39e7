import { Injectable } from '@nestjs/common';
import type {
  FamilyMessageLineView,
  FamilyMessageTextInput,
  FamilyMessageView,
  MessageApprovalInput,
  MessageRejectionInput,
  MessageReturnInput,
  TranslationRequestInput,
} from '@panah/contracts/family-messages.contract';
import { assertAllSeen, assertFacesLookedAt, assertMessageStep, assertTranslator, eventOf } from '@panah/domain/family/message.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { type FamilyMessage, readerOf, standingOf } from './family-message.entity';
import { FamilyMessageRecords } from './family-message.records';
import { askedLine } from './family-message.view';
import { MessagePictures } from './message-picture.records';
import { MessageQueue } from './message-queue.records';
import { MessageReading } from './message-reading';
import { MessageTexts } from './message-text.records';

/** A second person looks a message over, a third translates it, an officer lets it go. None of them can change a word of it. */
@Injectable()
export class MessageReviewsService {
  constructor(
    private readonly messages: FamilyMessageRecords,
    private readonly texts: MessageTexts,
    private readonly pictures: MessagePictures,
    private readonly queue: MessageQueue,
    private readonly reading: MessageReading,
  ) {}

  /** Takes it out of the queue. Whoever has it in reach is told why not; for everybody else it is not there. */
  async review(id: string): Promise<FamilyMessageView> {
    if (!(await this.messages.take(id))) await this.held(id, 'review');
    return this.reading.read(id);
  }

  async return(id: string, { reasons, words }: MessageReturnInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'return');
    await this.texts.say(message, 'RETURN', { words: words.trim() }, reasons);
    await this.messages.move(message, 'return');
    return this.reading.read(id);
  }

  async askRejection(id: string, { reason }: MessageRejectionInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'ask-rejection');
    await this.messages.note(message, { rejectReason: reason, rejectAskedBy: currentActor().staffId });
    return this.reading.read(id);
  }

  /** By a coordinator, on the reason alone. */
  async reject(id: string): Promise<FamilyMessageLineView> {
    const asked = await this.queue.asked(id);
    if (asked.state !== 'IN_REVIEW') throw new RuleBroken('not-open', { state: asked.state, action: 'reject', open: [] });
    await this.queue.reject(asked);
    return this.asked(id);
  }

  async asked(id: string): Promise<FamilyMessageLineView> {
    return askedLine(await this.queue.asked(id));
  }

  async requestTranslation(id: string, { seen, translatorId, language }: TranslationRequestInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'translate');
    assertTranslator(message, translatorId, language);
    if (!(await this.queue.translators(id)).includes(translatorId))
      throw new RuleBroken('message-translator', {}, { translatorId: ['not-a-translator'] });
    await this.assertReady(message, seen);
    await this.messages.move(message, 'translate', { translatorId, translationLanguage: language, passedAt: new Date() });
    return this.reading.read(id);
  }

  /** What the translator hands in; until it is let go they may hand in a better one. */
  async translate(id: string, { body }: FamilyMessageTextInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'translated');
    await this.texts.translate(message, body.trim());
    await this.messages.note(message, {});
    return this.reading.read(id);
  }

  /** Whoever looked it over lets it go on; an officer of the link, who did not write it, lets it go. */
  async approve(id: string, { seen }: MessageApprovalInput): Promise<FamilyMessageView> {
    const message = await this.held(id, 'approve');
    await this.assertReady(message, seen);
    const { staffId } = currentActor();
    const passed = message.passedAt === null ? { passedAt: new Date() } : {};
    if (message.officer) await this.messages.move(message, eventOf(message.state, 'approve'), { ...passed, approvedBy: staffId });
    else await this.messages.note(message, passed);
    return this.reading.read(id);
  }

  /** What was held is looked over again before it goes, by whoever calls for it. */
  async lookAgain(id: string): Promise<FamilyMessageView> {
    const message = await this.held(id, 'approve_again');
    await this.messages.move(message, 'approve_again', { reviewerId: currentActor().staffId });
    return this.reading.read(id);
  }

  /** R-FL-10: the reviewer looked whether a picture shows third people. */
  async confirmFaces(id: string, pictureId: string): Promise<FamilyMessageView> {
    await this.pictures.assertOn(await this.messages.hold(id), pictureId);
    const message = await this.held(id, 'return');
    await this.pictures.confirmFaces(message, pictureId);
    return this.reading.read(id);
  }

  private async held(id: string, action: string): Promise<FamilyMessage> {
    const message = await this.messages.hold(id);
    assertMessageStep(standingOf(message), readerOf(message, currentActor().staffId), action);
    return message;
  }

  /** R-FL-09, R-FL-10: each finding seen, each picture looked at. */
  private async assertReady(message: FamilyMessage, seen: readonly string[]): Promise<void> {
    const { leaks, translationLeaks, attachments } = await this.reading.view(message);
    assertAllSeen(
      [...leaks, ...translationLeaks].map(({ key }) => key),
      seen,
    );
    assertFacesLookedAt(attachments);
    await this.texts.say(message, 'SEEN', { seen });
  }
}
