import type { Chance } from './chance';

/** How one file went, in days before now. What has not happened is null. */
export interface Life {
  receivedDaysAgo: number;
  intakeDaysAgo: number | null;
  proposed: boolean;
  declinedDaysAgo: number | null;
  openedDaysAgo: number | null;
  state: 'ENQUIRY' | 'INTAKE' | 'DECLINED' | 'ASSESSMENT' | 'PLANNING' | 'ACTIVE' | 'ON_HOLD' | 'CLOSURE_REQUESTED' | 'CLOSED';
  /** The steps of the case after it was opened, oldest first. */
  steps: { action: string; from: string; to: string; daysAgo: number; by: 'worker' | 'coordinator' }[];
  /** When notes were written. */
  noteDaysAgo: number[];
}

type CaseStep = Omit<Life['steps'][number], 'daysAgo'>;

const STEPS: Record<string, CaseStep> = {
  assessed: { action: 'complete_assessment', from: 'ASSESSMENT', to: 'PLANNING', by: 'worker' },
  approved: { action: 'approve_plan', from: 'PLANNING', to: 'ACTIVE', by: 'coordinator' },
  held: { action: 'hold', from: 'ACTIVE', to: 'ON_HOLD', by: 'coordinator' },
  asked: { action: 'request_closure', from: 'ACTIVE', to: 'CLOSURE_REQUESTED', by: 'worker' },
  closed: { action: 'approve_closure', from: 'CLOSURE_REQUESTED', to: 'CLOSED', by: 'coordinator' },
};

const WAY: Record<string, readonly (keyof typeof STEPS)[]> = {
  ASSESSMENT: [],
  PLANNING: ['assessed'],
  ACTIVE: ['assessed', 'approved'],
  ON_HOLD: ['assessed', 'approved', 'held'],
  CLOSURE_REQUESTED: ['assessed', 'approved', 'asked'],
  CLOSED: ['assessed', 'approved', 'asked', 'closed'],
};

/** Median days spent before each step (model.md 8.2). */
const STAY: Record<string, number> = { assessed: 9, approved: 7, held: 60, asked: 200, closed: 4 };

/** Shares of the states, as a demonstration shows them. */
export const STATES = {
  ENQUIRY: 4,
  INTAKE: 5,
  DECLINED: 2,
  ASSESSMENT: 7,
  PLANNING: 5,
  ACTIVE: 24,
  ON_HOLD: 4,
  CLOSURE_REQUESTED: 2,
  CLOSED: 7,
} as const;

export function drawLife(chance: Chance, state: Life['state'], notes: number): Life {
  const way = WAY[state];
  if (!way) return beforeAdmission(chance, state);
  const stays = way.map((step) => Math.max(1, Math.round(chance.longTailed(STAY[step] ?? 7, 0.5))));
  const since = state === 'ACTIVE' ? chance.between(10, 240) : state === 'CLOSED' ? chance.between(5, 200) : chance.between(1, 9);
  const opened = since + stays.reduce((sum, days) => sum + days, 0);
  const intake = opened + Math.max(2, Math.round(chance.longTailed(6, 0.5)));
  let left = opened;
  const steps = way.map((step, at) => ({ ...STEPS[step], daysAgo: (left -= stays[at] ?? 0) }));
  const end = state === 'CLOSED' ? since : 0;
  const noteDaysAgo = Array.from({ length: notes }, () => end + Math.floor((opened - end) * chance.next() ** 1.3)).sort((a, b) => b - a);
  return {
    receivedDaysAgo: intake + Math.max(1, Math.round(chance.longTailed(3, 0.6))),
    intakeDaysAgo: intake,
    proposed: true,
    declinedDaysAgo: null,
    openedDaysAgo: opened,
    state,
    steps,
    noteDaysAgo,
  };
}

function beforeAdmission(chance: Chance, state: Life['state']): Life {
  const received = state === 'ENQUIRY' ? chance.between(0, 3) : state === 'INTAKE' ? chance.between(2, 9) : chance.between(10, 24);
  const intake = state === 'INTAKE' ? chance.between(0, received - 1) : null;
  return {
    receivedDaysAgo: received,
    intakeDaysAgo: intake,
    proposed: state === 'INTAKE' && chance.happens(0.4),
    declinedDaysAgo: state === 'DECLINED' ? received - chance.between(1, 5) : null,
    openedDaysAgo: null,
    state,
    steps: [],
    noteDaysAgo: [],
  };
}
