import type { StateLooks } from '../platform/text/state-mark';
import { CONSENT_STATES } from './consent-state';

/** Where a consent stands, with a word for what nobody was asked yet. */
export const CONSENT_MARKS: StateLooks = {
  ...CONSENT_STATES,
  none: { text: $localize`:@@consents.notAsked:Not asked`, look: { icon: 'open', tone: 'plain' } },
};
