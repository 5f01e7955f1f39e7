import type { PartnerStatus } from '@panah/domain/partners/partner.process';
import type { PartnerKeyState } from '@panah/domain/partners/partner-key.process';
import { partnerKeyState, partnerStatus } from '@panah/domain/vocabulary/partners';
import type { StaffState } from '@panah/domain/staff/staff.process';
import { staffState } from '@panah/domain/vocabulary/staff';
import type { StateLooks } from '../platform/text/state-mark';

/** Where the work with a partner stands. */
export const PARTNER_STATES: StateLooks<PartnerStatus> = {
  codes: partnerStatus,
  looks: {
    PROSPECT: { icon: 'going', tone: 'plain' },
    ACTIVE: { icon: 'done', tone: 'good' },
    SUSPENDED: { icon: 'pause', tone: 'due' },
    ENDED: { icon: 'never', tone: 'plain' },
  },
};

/** Where the key of a partner stands. */
export const KEY_STATES: StateLooks<PartnerKeyState> = {
  codes: partnerKeyState,
  looks: {
    REGISTERED: { icon: 'phone', tone: 'waiting', act: true },
    CONFIRMED: { icon: 'done', tone: 'good' },
    REFUSED: { icon: 'never', tone: 'due' },
    REPLACED: { icon: 'other', tone: 'plain' },
  },
};

/** Where the account of somebody at a partner stands. */
export const PERSON_STATES: StateLooks<StaffState> = {
  codes: staffState,
  looks: {
    INVITED: { icon: 'mail', tone: 'plain' },
    ACTIVATED: { icon: 'clock', tone: 'waiting', act: true },
    ACTIVE: { icon: 'done', tone: 'good' },
    SUSPENDED: { icon: 'pause', tone: 'due' },
    ENDED: { icon: 'never', tone: 'plain' },
  },
};
