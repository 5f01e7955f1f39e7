import type { FamilyLinkState } from '@panah/domain/family/family-link.process';
import type { FamilyMessageState } from '@panah/domain/family/family-message.process';
import type { MessageReader, MessageStanding } from '@panah/domain/family/message.rules';
import type { Place } from '../platform/sealing/sealer';

export type MessageDirection = 'TO_RELATIVE' | 'TO_CLIENT';

/** A message as its table has it: codes, people and moments. What it says lies sealed beside it, version by version. */
export interface FamilyMessage {
  id: string;
  orgId: string;
  officeId: string;
  linkId: string;
  direction: MessageDirection;
  language: string;
  how: 'WRITTEN' | 'DICTATED';
  state: FamilyMessageState;
  writerId: string;
  writtenAt: Date;
  submittedAt: Date | null;
  reviewerId: string | null;
  passedAt: Date | null;
  translatorId: string | null;
  translationLanguage: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  holdReason: string | null;
  rejectReason: string | null;
  releasedAt: Date | null;
  crossingId: string | null;
  deliveredAt: Date | null;
  version: number;
  /** How its link stands, and whether the reader is an officer of it. */
  linkState: FamilyLinkState;
  officer: boolean;
  translated: boolean;
}

/** A line of the queue: nothing of what is in it. */
export interface QueuedMessage extends Record<string, unknown> {
  id: string;
  version: number;
  state: FamilyMessageState;
  direction: MessageDirection;
  language: string;
  submittedAt: Date | null;
  since: string;
  linkState: FamilyLinkState;
  writerId: string;
  reviewerId: string | null;
  passed: boolean;
  translatorId: string | null;
  translated: boolean;
  officer: boolean;
  asked: string | null;
}

export interface MessageText {
  id: string;
  kind: 'BODY' | 'TRANSLATION';
  seq: number;
  language: string;
  byId: string;
  at: Date;
  frozenAt: Date | null;
  body: string;
}

export interface MessageWord {
  kind: 'RETURN' | 'SEEN' | 'DELIVERY' | 'NON_DELIVERY';
  reasons: string[];
  byId: string;
  at: Date;
  said: { words?: string | null; seen?: readonly string[] };
}

export interface MessagePicture {
  id: string;
  messageId: string;
  linkId: string;
  kind: 'JPEG' | 'PNG' | 'WEBP';
  width: number;
  height: number;
  bytes: number;
  cleanedOf: string[];
  facesAt: Date | null;
}

/** Under the link's own key: neither person's file opens it. */
export const messagePlace = (table: string, rowId: string, linkId: string, sealVersion = 1): Place => ({
  table,
  rowId,
  subjectId: linkId,
  compartment: 'family',
  sealVersion,
});

type Standing = Pick<
  FamilyMessage,
  'state' | 'linkState' | 'writerId' | 'reviewerId' | 'passedAt' | 'translatorId' | 'translated' | 'rejectReason'
>;

export const standingOf = ({
  state,
  linkState,
  writerId,
  reviewerId,
  passedAt,
  translatorId,
  translated,
  rejectReason,
}: Standing): MessageStanding => ({
  state,
  linkState,
  writerId,
  reviewerId,
  passed: passedAt !== null,
  translatorId,
  translated,
  rejectAsked: rejectReason !== null,
});

export const readerOf = ({ officer }: Pick<FamilyMessage, 'officer'>, staffId: string): MessageReader => ({ id: staffId, officer });
