import { type PermitState, permitState } from '@panah/domain/vocabulary/legal-deadlines';
import type { StateLooks } from '../platform/text/state-mark';

/** Where a permit stands; before its days are known it is awaited. */
export const PERMIT_STATES: StateLooks<PermitState> = {
  codes: permitState,
  looks: {
    VALID: { icon: 'done', tone: 'good' },
    EXPIRING: { icon: 'open', tone: 'due' },
    RENEWAL_LODGED: { icon: 'open', tone: 'waiting' },
    SUCCEEDED: { icon: 'open', tone: 'plain' },
    EXPIRED: { icon: 'open', tone: 'danger' },
    WITHDRAWN: { icon: 'open', tone: 'danger' },
  },
  none: { text: $localize`:@@asylum.awaited:Awaited`, look: { icon: 'open', tone: 'waiting' } },
};
