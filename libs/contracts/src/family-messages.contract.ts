import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Matches,
} from 'class-validator';
import { LONGEST_MESSAGE } from '@panah/domain/family/message.rules';
import { messageHoldReason } from '@panah/domain/vocabulary/family';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { LinkPersonView } from './family-links.contract';
import { ListQuery } from './list.contract';
import { INSTANT } from './instant';

export const MESSAGE_DIRECTIONS = ['TO_RELATIVE', 'TO_CLIENT'] as const;

export class FamilyMessageInput {
  @IsIn(MESSAGE_DIRECTIONS)
  direction: string;

  @IsIn(LANGUAGES)
  language: string;

  @IsString()
  @Length(1, LONGEST_MESSAGE)
  body: string;

  /** Written down by us as it was said. */
  @IsIn(['WRITTEN', 'DICTATED'])
  how: string;
}

export class FamilyMessageTextInput {
  @IsString()
  @Length(1, LONGEST_MESSAGE)
  body: string;
}

export class MessageReturnInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(messageHoldReason.codes, { each: true })
  reasons: string[];

  /** Kindly, to whoever wrote it. */
  @IsString()
  @Length(1, 1000)
  words: string;
}

/** Asked of a coordinator, who decides on the reason alone. */
export class MessageRejectionInput {
  @IsIn(['PRESSURE', 'IDENTITY_DOUBT'])
  reason: string;
}

/** What was highlighted and stands all the same: the one who looks it over decides (R-FL-09). */
export class MessageApprovalInput {
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  seen: string[];
}

/** Whoever looked it over lets it go on to be translated, and has seen what is highlighted in it. */
export class TranslationRequestInput extends MessageApprovalInput {
  @IsUUID()
  translatorId: string;

  @IsIn(LANGUAGES)
  language: string;
}

export class MessageHoldInput {
  @IsIn(messageHoldReason.codes)
  reason: string;
}

/** Told beside the bytes. */
export class MessageAttachmentInput {
  /** What the picture tells of place, time and maker is taken off; without this a picture that tells anything is not taken. */
  @IsBoolean()
  clean: boolean;
}

export class MessageDeliveryInput {
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  at: string;

  /** How it was taken. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reaction?: string | null;
}

export class MessageUndeliveredInput {
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class FamilyMessageQuery extends ListQuery {}

/** A line tells nothing of what is in it. */
export class FamilyMessageLineView {
  id: string;
  version: number;
  state: string;
  direction: string;
  language: string;
  submittedAt: string | null;
  /** What the reader is here for: to look over, to translate, to approve, to deliver, to decide whether it is rejected. */
  part: string;
  /** Why a coordinator is asked to reject it; null when nobody asked. */
  rejectAsked: string | null;
  actions: string[];
}

/** What went to and fro on one link. */
export class LinkMessagesView {
  /** The link. */
  id: string;
  items: FamilyMessageLineView[];
  actions: string[];
}

export class FamilyMessagesView {
  items: FamilyMessageLineView[];
  next: string | null;
  total: number;
}

export class LeakView {
  /** Names the finding for `MessageApprovalInput.seen`. */
  key: string;
  kind: string;
  /** Offsets into the text. */
  start: number;
  end: number;
}

export class MessageAttachmentView {
  id: string;
  kind: string;
  width: number;
  height: number;
  /** What was taken off: places, times, names. */
  cleanedOf: string[];
  facesConfirmed: boolean;
}

export class MessageVersionView {
  body: string;
  at: string;
}

export class MessageReturnView {
  reasons: string[];
  words: string;
  by: LinkPersonView;
  at: string;
}

export class FamilyMessageView {
  id: string;
  version: number;
  linkId: string | null;
  state: string;
  direction: string;
  language: string;
  how: string;
  body: string;
  versions: MessageVersionView[];
  translation: string | null;
  translationLanguage: string | null;
  /** In the words as they were written, and in the translation. */
  leaks: LeakView[];
  translationLeaks: LeakView[];
  attachments: MessageAttachmentView[];
  returns: MessageReturnView[];
  writtenBy: LinkPersonView;
  reviewedBy: LinkPersonView | null;
  translatedBy: LinkPersonView | null;
  approvedBy: LinkPersonView | null;
  /** Looked over, and waiting for an officer of the link. */
  passed: boolean;
  rejectAsked: string | null;
  holdReason: string | null;
  submittedAt: string | null;
  releasedAt: string | null;
  /** What stands on the paper that is handed over; made at release, and nothing can be told from it. */
  crossingId: string | null;
  deliveredAt: string | null;
  reaction: string | null;
  /** Who may translate it, while somebody is to be asked. */
  translators: LinkPersonView[];
  actions: string[];
}
