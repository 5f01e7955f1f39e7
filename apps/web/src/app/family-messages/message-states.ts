import type { FamilyMessageState } from '@panah/domain/family/family-message.process';
import { familyMessageState } from '@panah/domain/vocabulary/family';
import type { IconName } from '../platform/icon/icons';
import type { StateLooks } from '../platform/text/state-mark';

/** Where a message stands. */
export const MESSAGE_STATES: StateLooks<FamilyMessageState> = {
  codes: familyMessageState,
  looks: {
    DRAFT: { icon: 'edit', tone: 'plain' },
    SUBMITTED: { icon: 'open', tone: 'due' },
    IN_REVIEW: { icon: 'eye', tone: 'waiting' },
    RETURNED: { icon: 'edit', tone: 'due' },
    TRANSLATION: { icon: 'other', tone: 'waiting' },
    APPROVED: { icon: 'clock', tone: 'waiting' },
    HELD: { icon: 'pause', tone: 'due' },
    RELEASED: { icon: 'send', tone: 'due' },
    DELIVERED: { icon: 'done', tone: 'good' },
    RETURNED_UNDELIVERED: { icon: 'alert', tone: 'due' },
    REJECTED: { icon: 'never', tone: 'plain' },
    RECALLED: { icon: 'never', tone: 'plain' },
  },
};

/** What somebody is asked for by a line of the queue. */
export const PARTS: Readonly<Record<string, { icon: IconName; label: string }>> = {
  WRITE: { icon: 'edit', label: $localize`:@@familyMessages.partWrite:To write on` },
  REVIEW: { icon: 'eye', label: $localize`:@@familyMessages.partReview:To look over` },
  TRANSLATE: { icon: 'other', label: $localize`:@@familyMessages.partTranslate:To translate` },
  APPROVE: { icon: 'tick', label: $localize`:@@familyMessages.partApprove:To let go` },
  HELD: { icon: 'pause', label: $localize`:@@familyMessages.partHeld:Stands by` },
  DELIVER: { icon: 'send', label: $localize`:@@familyMessages.partDeliver:To deliver` },
  DECIDE: { icon: 'alert', label: $localize`:@@familyMessages.partDecide:To decide on` },
};

export const DIRECTIONS: Readonly<Record<string, string>> = {
  TO_RELATIVE: $localize`:@@familyMessages.toRelative:To the relative`,
  TO_CLIENT: $localize`:@@familyMessages.toClient:To the client`,
};
