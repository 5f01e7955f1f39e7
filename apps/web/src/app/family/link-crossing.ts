import type { FamilyLinkView, LinkSideView } from '@panah/contracts/family-links.contract';
import { allowedWords } from './allowed-words';

const PAUSED = $localize`:@@family.crossPaused:Nothing, while it is paused.`;
const CLOSED = $localize`:@@family.crossClosed:Nothing more. It is closed.`;
const NOBODY_YET = $localize`:@@family.crossNobody:Nothing yet. Nobody may be approached.`;
const NOT_EVEN = $localize`:@@family.crossNotEven:Nothing yet. Not even that anybody was found.`;
/** From here on the other has been, or may be, spoken to. */
const SPOKEN = [
  'APPROACH_APPROVED',
  'AWAITING_RELATIVE',
  'BOTH_CONSENTED',
  'MEDIATED',
  'DIRECT',
  'REUNION_PLANNED',
  'REUNITED',
  'FOLLOW_UP',
];

const saysNothing = ({ allowed: { ladder, permissions } }: LinkSideView): boolean => ladder === 'NOTHING' && !permissions.length;

/** What each may be told of the other today, in words. */
export function crossingOf({ state, client, relative }: FamilyLinkView): { toRelative: string; toClient: string; closed: boolean } {
  if (state === 'PAUSED') return { toRelative: PAUSED, toClient: PAUSED, closed: true };
  if (state === 'CLOSED') return { toRelative: CLOSED, toClient: CLOSED, closed: true };
  const spoken = SPOKEN.includes(state);
  return {
    toRelative: spoken ? allowedWords(client.allowed) : NOBODY_YET,
    toClient: saysNothing(relative) ? NOT_EVEN : allowedWords(relative.allowed),
    closed: false,
  };
}
