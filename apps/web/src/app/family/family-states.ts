import type { FamilyLinkState } from '@panah/domain/family/family-link.process';
import type { LinkFace } from '@panah/domain/family/link-face';
import {
  type ConsentPosition,
  consentPosition,
  type DuressCheck,
  duressCheck,
  familyLinkState,
  linkFace,
} from '@panah/domain/vocabulary/family';
import type { StateLook, StateLooks } from '../platform/text/state-mark';

/** All that a case team is shown of a link. */
export const LINK_FACES: StateLooks<LinkFace> = {
  codes: linkFace,
  looks: {
    NOTED: { icon: 'edit', tone: 'plain' },
    IN_PROGRESS: { icon: 'going', tone: 'waiting' },
    IN_CONTACT: { icon: 'done', tone: 'good' },
    ENDED: { icon: 'never', tone: 'plain' },
  },
};

const GOING: StateLook = { icon: 'going', tone: 'waiting' };
const AGREED: StateLook = { icon: 'done', tone: 'good' };

/** Where a link stands, for its officers. */
export const LINK_STATES: StateLooks<FamilyLinkState> = {
  codes: familyLinkState,
  looks: {
    DRAFT: { icon: 'edit', tone: 'plain' },
    OPEN: { icon: 'open', tone: 'due' },
    TRACING: { icon: 'search', tone: 'waiting' },
    LOCATED: { icon: 'pin', tone: 'due' },
    FATE_KNOWN: { icon: 'info', tone: 'due' },
    VERIFIED: { icon: 'shield', tone: 'due' },
    APPROACH_APPROVED: { icon: 'talk', tone: 'due' },
    AWAITING_RELATIVE: { icon: 'other', tone: 'waiting' },
    BOTH_CONSENTED: AGREED,
    MEDIATED: { icon: 'mail', tone: 'good' },
    DIRECT: { icon: 'phone', tone: 'good' },
    REUNION_PLANNED: { icon: 'calendar', tone: 'good' },
    REUNITED: AGREED,
    FOLLOW_UP: GOING,
    PAUSED: { icon: 'pause', tone: 'danger', act: true },
    CLOSED: { icon: 'done', tone: 'plain' },
  },
};

/** Where one of the two stands. */
export const POSITIONS: StateLooks<ConsentPosition> = {
  codes: consentPosition,
  looks: {
    NOT_ASKED: { icon: 'open', tone: 'plain' },
    ASKED: { icon: 'other', tone: 'waiting' },
    CONSENTED: AGREED,
    CONSENTED_LIMITED: AGREED,
    DECLINED: { icon: 'x', tone: 'plain' },
    WITHDRAWN: { icon: 'never', tone: 'plain' },
    UNABLE: { icon: 'alert', tone: 'danger' },
    EXPIRED: { icon: 'clock', tone: 'plain' },
  },
};

/** Whether somebody was free to speak. */
export const DURESS: StateLooks<DuressCheck> = {
  codes: duressCheck,
  looks: {
    PASSED: { icon: 'done', tone: 'good' },
    DOUBT: { icon: 'alert', tone: 'danger' },
    NOT_DONE: { icon: 'open', tone: 'due' },
  },
  none: { text: $localize`:@@family.notHeard:Not heard yet`, look: { icon: 'open', tone: 'plain' } },
};
