import type { FamilyMatchState } from '@panah/domain/family/match.process';
import { codeList } from '@panah/domain/vocabulary/code-list';
import type { StateLooks } from '../platform/text/state-mark';

/** How many have confirmed that two people are one. */
export const MATCH_STATES: StateLooks<FamilyMatchState> = {
  codes: codeList<FamilyMatchState>({
    PROPOSED: { en: 'Two confirm', fa: 'دو تن تأیید می‌کنند' },
    CONFIRMED_ONCE: { en: 'One more confirms', fa: 'یک تن دیگر تأیید می‌کند' },
    CONFIRMED: { en: 'Confirmed by two', fa: 'دو تن تأیید کردند' },
    REFUSED: { en: 'Not the same', fa: 'یکی نیستند' },
  }),
  looks: {
    PROPOSED: { icon: 'open', tone: 'due' },
    CONFIRMED_ONCE: { icon: 'other', tone: 'waiting' },
    CONFIRMED: { icon: 'done', tone: 'good' },
    REFUSED: { icon: 'never', tone: 'plain' },
  },
};
