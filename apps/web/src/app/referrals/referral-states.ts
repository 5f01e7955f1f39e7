import type { ReferralState } from '@panah/domain/referrals/referral.process';
import { referralState } from '@panah/domain/vocabulary/referrals';
import type { StateLook, StateLooks } from '../platform/text/state-mark';

const BEING_MADE: StateLook = { icon: 'edit', tone: 'plain' };
const WITH_THEM: StateLook = { icon: 'clock', tone: 'waiting' };
const STOPPED: StateLook = { icon: 'never', tone: 'plain' };

/** Where a referral stands, as we see it. */
export const REFERRAL_STATES: StateLooks<ReferralState> = {
  codes: referralState,
  looks: {
    DRAFT: BEING_MADE,
    AWAITING_CONSENT: { icon: 'person', tone: 'due' },
    READY: { icon: 'send', tone: 'due' },
    SENT: WITH_THEM,
    RECEIVED: WITH_THEM,
    INFO_REQUESTED: { icon: 'talk', tone: 'due', act: true },
    ACCEPTED: { icon: 'done', tone: 'good' },
    IN_SERVICE: { icon: 'going', tone: 'good' },
    COMPLETED: { icon: 'done', tone: 'good' },
    DECLINED: { icon: 'back', tone: 'due' },
    EXPIRED: { icon: 'clock', tone: 'danger' },
    REVOKED: STOPPED,
    DISCONTINUED: STOPPED,
  },
};
