import { RuleBroken } from '../process/process';
import type { ReunificationOutcome } from '../vocabulary/family';
import type { FamilyLinkState } from './family-link.process';

const DAY = 86_400_000;
/** R-FL-17: as long somebody's data is kept without a ground of their own. */
export const KEPT_DAYS = 30;

/** R-FL-17: the last day on which data without a ground is kept. @param on day, `YYYY-MM-DD` */
export const eraseAfter = (on: string): string => new Date(Date.parse(on) + KEPT_DAYS * DAY).toISOString().slice(0, 10);

/** How a link can end by an officer's word, from where it stands. The rest ends by a step of its own. */
const FROM_FOLLOW_UP: readonly ReunificationOutcome[] = [
  'REUNITED_LIVING',
  'REUNITED_VISIT',
  'REGULAR_CONTACT',
  'ONE_CONTACT',
  'NEWS_EXCHANGED',
  'FATE_KNOWN',
  'LEGAL_BLOCKED',
];
const FROM_PAUSE: readonly ReunificationOutcome[] = [
  'CLIENT_STOPPED',
  'RELATIVE_DECLINED',
  'NEWS_EXCHANGED',
  'ONE_CONTACT',
  'REGULAR_CONTACT',
  'NOT_FOUND',
  'LEGAL_BLOCKED',
];
const HEARD: readonly ReunificationOutcome[] = ['REUNITED_LIVING', 'REUNITED_VISIT', 'REGULAR_CONTACT', 'ONE_CONTACT', 'NEWS_EXCHANGED'];

/** What an outcome is judged by. */
export interface ClosingFacts {
  state: FamilyLinkState;
  outcome: ReunificationOutcome;
  /** Whether news of one came to the other in fact: messages or something told. */
  anyNews: boolean;
  /** Whether they met. */
  met: boolean;
  /** Whether a death was found out. */
  fateKnown: boolean;
}

/**
 * Model 3.6: closed with an outcome that is so.
 * @throws RuleBroken `outcome-not-so` with the field
 */
export function assertOutcome({ state, outcome, anyNews, met, fateKnown }: ClosingFacts): void {
  const open = state === 'PAUSED' ? FROM_PAUSE : FROM_FOLLOW_UP;
  const holds =
    open.includes(outcome) &&
    (fateKnown ? outcome === 'FATE_KNOWN' : outcome !== 'FATE_KNOWN') &&
    (!HEARD.includes(outcome) || anyNews) &&
    (met || !outcome.startsWith('REUNITED'));
  if (!holds) throw new RuleBroken('outcome-not-so', { outcome }, { outcome: ['not-so'] });
}
