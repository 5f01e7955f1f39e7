import type { StaffState } from '@panah/domain/staff/staff.process';
import { staffState } from '@panah/domain/vocabulary/staff';
import type { StateLooks } from '../platform/text/state-mark';

/** Where an account stands. */
export const STAFF_STATES: StateLooks<StaffState> = {
  codes: staffState,
  looks: {
    INVITED: { icon: 'mail', tone: 'plain' },
    ACTIVATED: { icon: 'clock', tone: 'waiting' },
    ACTIVE: { icon: 'done', tone: 'good' },
    SUSPENDED: { icon: 'pause', tone: 'due' },
    ENDED: { icon: 'never', tone: 'plain' },
  },
};
