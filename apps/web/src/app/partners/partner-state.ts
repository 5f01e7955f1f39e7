import type { PartnerStatus } from '@panah/domain/partners/partner.process';
import { partnerStatus } from '@panah/domain/vocabulary/partners';
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
