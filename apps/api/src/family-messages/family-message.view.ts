import type { FamilyMessageLineView, FamilyMessageView, MessageAttachmentView } from '@panah/contracts/family-messages.contract';
import type { LinkPersonView } from '@panah/contracts/family-links.contract';
import { messageActions, messagePart } from '@panah/domain/family/message.rules';
import type { FamilyMessage, MessagePicture, MessageText, MessageWord, QueuedMessage } from './family-message.entity';
import { readerOf, standingOf } from './family-message.entity';
import type { AskedMessage } from './message-queue.records';
import type { MessageFindings } from './message-leaks';

export type NameOf = (id: string) => string;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const person = (id: string, nameOf: NameOf): LinkPersonView => ({ id, name: nameOf(id) });
const whoOr = (id: string | null, nameOf: NameOf): LinkPersonView | null => (id === null ? null : person(id, nameOf));

export function queueLine(row: QueuedMessage, staffId: string): FamilyMessageLineView {
  const standing = { ...row, rejectAsked: row.asked !== null };
  const reader = readerOf(row, staffId);
  const decides = row.asked !== null && !row.officer && row.reviewerId !== staffId;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    direction: row.direction,
    language: row.language,
    submittedAt: iso(row.submittedAt),
    part: decides ? 'DECIDE' : messagePart(standing, reader),
    rejectAsked: row.asked,
    actions: decides ? ['reject'] : messageActions(standing, reader),
  };
}

export function messageLine(message: FamilyMessage, staffId: string): FamilyMessageLineView {
  const { passedAt, rejectReason, linkState, submittedAt } = message;
  const row = { ...message, since: '', linkState, submittedAt, passed: passedAt !== null, asked: rejectReason };
  return {
    ...queueLine(row, staffId),
    part: messagePart(standingOf(message), readerOf(message, staffId)),
    actions: actionsOf(message, staffId),
  };
}

/** For a coordinator: no word of it, before the decision and after. */
export const askedLine = ({ id, version, state, direction, language, submittedAt, asked }: AskedMessage): FamilyMessageLineView => ({
  id,
  version,
  state,
  direction,
  language,
  submittedAt: iso(submittedAt),
  part: state === 'IN_REVIEW' ? 'DECIDE' : 'NONE',
  rejectAsked: asked,
  actions: state === 'IN_REVIEW' ? ['reject'] : [],
});

export const actionsOf = (message: FamilyMessage, staffId: string): string[] =>
  messageActions(standingOf(message), readerOf(message, staffId));

/** What is known beside the row. */
export interface MessageParts {
  texts: readonly MessageText[];
  words: readonly MessageWord[];
  pictures: readonly MessagePicture[];
  found: MessageFindings;
  translators: readonly LinkPersonView[];
}

export const standingBody = (texts: readonly MessageText[]): MessageText | null => texts.findLast(({ kind }) => kind === 'BODY') ?? null;

/** The translation of the words as they were handed in last; an older one belongs to older words. */
export const standingTranslation = ({ submittedAt, translatorId }: FamilyMessage, texts: readonly MessageText[]): MessageText | null =>
  texts.findLast(({ kind, at, byId }) => kind === 'TRANSLATION' && byId === translatorId && submittedAt !== null && at > submittedAt) ??
  null;

export function messageView(message: FamilyMessage, parts: MessageParts, staffId: string, nameOf: NameOf): FamilyMessageView {
  const { texts, words, pictures, found, translators } = parts;
  return {
    id: message.id,
    version: message.version,
    linkId: message.officer ? message.linkId : null,
    state: message.state,
    direction: message.direction,
    language: message.language,
    how: message.how,
    body: standingBody(texts)?.body ?? '',
    versions: texts.flatMap(({ kind, body, frozenAt }) => (kind === 'BODY' && frozenAt ? [{ body, at: frozenAt.toISOString() }] : [])),
    translation: standingTranslation(message, texts)?.body ?? null,
    translationLanguage: message.translationLanguage,
    leaks: found.body,
    translationLeaks: found.translation,
    attachments: pictures.map(pictureView),
    returns: words.flatMap(({ kind, reasons, said, byId, at }) =>
      kind === 'RETURN' ? [{ reasons, words: said.words ?? '', by: person(byId, nameOf), at: at.toISOString() }] : [],
    ),
    writtenBy: person(message.writerId, nameOf),
    reviewedBy: whoOr(message.reviewerId, nameOf),
    translatedBy: whoOr(message.translatorId, nameOf),
    approvedBy: whoOr(message.approvedBy, nameOf),
    passed: message.passedAt !== null,
    rejectAsked: message.rejectReason,
    holdReason: message.holdReason,
    submittedAt: iso(message.submittedAt),
    releasedAt: iso(message.releasedAt),
    crossingId: message.crossingId,
    deliveredAt: iso(message.deliveredAt),
    reaction: words.findLast(({ kind }) => kind === 'DELIVERY' || kind === 'NON_DELIVERY')?.said.words ?? null,
    translators: [...translators],
    actions: actionsOf(message, staffId),
  };
}

const pictureView = ({ id, kind, width, height, cleanedOf, facesAt }: MessagePicture): MessageAttachmentView => ({
  id,
  kind,
  width,
  height,
  cleanedOf,
  facesConfirmed: facesAt !== null,
});
