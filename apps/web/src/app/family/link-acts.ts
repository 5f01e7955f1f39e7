import type { LinkAct } from './link-act';
import { ASKING_ACTS } from './link-acts-asking';
import { CARING_ACTS } from './link-acts-caring';
import { LOOKING_ACTS } from './link-acts-looking';
import { MEETING_ACTS } from './link-acts-meeting';

const ACTS: Readonly<Record<string, LinkAct>> = { ...LOOKING_ACTS, ...ASKING_ACTS, ...MEETING_ACTS, ...CARING_ACTS };

/** What brings a link further, in the order in which it is done. */
const ONWARD = [
  'start_tracing',
  'located',
  'verify',
  'approach',
  'relative_consents',
  'start_mediation',
  'agree_direct',
  'plan_reunion',
  'reunite',
  'follow_up',
  'inform',
  'resume',
  'ask',
  'review-risk',
  'own-client',
];
/** What ends or stops it. */
const STOPPING = ['pause', 'deceased', 'false_match', 'relative_declines', 'no_reply', 'not_found', 'close'];

export interface OfferedAct extends LinkAct {
  action: string;
}

const offered = (actions: readonly string[], order: readonly string[]): OfferedAct[] => {
  const open = new Set(actions.map((action) => (action.startsWith('resume') ? 'resume' : action)));
  return order.flatMap((action) => {
    const act = ACTS[action];
    return act && open.has(action) ? [{ action, ...act }] : [];
  });
};

/** The steps that the server offers, and no other. */
export const onwardActs = (actions: readonly string[]): OfferedAct[] => offered(actions, ONWARD);
export const stoppingActs = (actions: readonly string[]): OfferedAct[] => offered(actions, STOPPING);
export const actOf = (action: string): LinkAct | null => ACTS[action] ?? null;
