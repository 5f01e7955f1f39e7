import { type ConsentState, consentState } from '@panah/domain/vocabulary/consents';
import type { StateLooks } from '../platform/text/state-mark';

/** Where a consent stands. */
export const CONSENT_STATES: StateLooks<ConsentState> = {
  codes: consentState,
  looks: {
    OFFERED: { icon: 'talk', tone: 'waiting' },
    ACTIVE: { icon: 'tick', tone: 'good' },
    SUSPENDED: { icon: 'pause', tone: 'due', act: true },
    REFUSED: { icon: 'x', tone: 'plain' },
    WITHDRAWN: { icon: 'never', tone: 'plain' },
    EXPIRED: { icon: 'clock', tone: 'plain' },
    SUPERSEDED: { icon: 'going', tone: 'plain' },
  },
};
