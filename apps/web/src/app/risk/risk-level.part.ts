import { type RiskLevel, riskLevel } from '@panah/domain/vocabulary/cases';
import type { StateLooks } from '../platform/text/state-mark';

export const NOT_ASSESSED = $localize`:@@risk.notAssessed:Not assessed`;

/** A level of risk; what was not assessed says so. */
export const RISK_LEVELS: StateLooks<RiskLevel> = {
  codes: riskLevel,
  looks: {
    LOW: { icon: 'low', tone: 'plain' },
    MEDIUM: { icon: 'mid', tone: 'plain' },
    HIGH: { icon: 'alert', tone: 'danger' },
    IMMINENT: { icon: 'alert', tone: 'danger' },
  },
  none: { text: NOT_ASSESSED },
};
