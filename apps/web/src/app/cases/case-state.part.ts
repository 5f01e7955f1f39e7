import type { CaseState } from '@panah/domain/cases/case.process';
import { caseState } from '@panah/domain/vocabulary/cases';
import type { StateLooks } from '../platform/text/state-mark';

/** Where a case stands. */
export const CASE_STATES: StateLooks<CaseState> = {
  codes: caseState,
  looks: {
    ASSESSMENT: { icon: 'open', tone: 'plain' },
    PLANNING: { icon: 'going', tone: 'plain' },
    ACTIVE: { icon: 'going', tone: 'good' },
    ON_HOLD: { icon: 'pause', tone: 'due' },
    TRANSFER_PENDING: { icon: 'send', tone: 'waiting' },
    CLOSURE_REQUESTED: { icon: 'other', tone: 'waiting' },
    CLOSED: { icon: 'done', tone: 'plain' },
  },
};
