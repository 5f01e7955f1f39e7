import type { Word } from '@panah/domain/access/access-table';
import { type FamilyLinkEvent, familyLinkProcess, type FamilyLinkState } from '@panah/domain/family/family-link.process';
import { resumptionOf } from '@panah/domain/family/pause.rules';
import { actionsFrom } from '@panah/domain/process/process';
import { hasWord } from '../platform/access/current-reach';

/** Whose hand takes a step of the drawing on the officers' side; a coordinator's are on the page without names, the client's are in the wish. */
const STEPS: Partial<Record<FamilyLinkEvent, Word>> = {
  start_tracing: 'family-link:start_tracing',
  step: 'family-link:step',
  located: 'family-link:located',
  deceased: 'family-link:deceased',
  not_found: 'family-link:not_found',
  inform: 'family-link:inform',
  verify: 'family-link:verify',
  false_match: 'family-link:false_match',
  approach: 'family-link:approach',
  relative_consents: 'family-link:relative_consents',
  relative_declines: 'family-link:relative_declines',
  no_reply: 'family-link:no_reply',
  start_mediation: 'family-link:start_mediation',
  agree_direct: 'family-link:agree_direct',
  plan_reunion: 'family-link:plan_reunion',
  reunite: 'family-link:reunite',
  follow_up: 'family-link:follow_up',
  close: 'family-link:close',
  pause: 'family-link:pause',
  resume_open: 'family-link:resume',
  resume_tracing: 'family-link:resume',
  resume_located: 'family-link:resume',
  resume_verified: 'family-link:resume',
  resume_consented: 'family-link:resume',
};

const FOUND: readonly FamilyLinkState[] = [
  'LOCATED',
  'VERIFIED',
  'APPROACH_APPROVED',
  'AWAITING_RELATIVE',
  'BOTH_CONSENTED',
  'MEDIATED',
  'DIRECT',
  'REUNION_PLANNED',
  'PAUSED',
];
const BOTH_AGREED: readonly FamilyLinkState[] = ['BOTH_CONSENTED', 'MEDIATED', 'DIRECT', 'REUNION_PLANNED', 'REUNITED', 'FOLLOW_UP'];
/** What both agreed on outlasts a pause and an end: it is called off, or asked about, by an officer. */
const AGREED_ON: readonly FamilyLinkState[] = [...BOTH_AGREED, 'PAUSED', 'CLOSED'];
const SPOKEN_TO: readonly FamilyLinkState[] = ['AWAITING_RELATIVE', ...BOTH_AGREED, 'PAUSED'];

/** What may be done besides the steps, by where the link stands. */
const BESIDES: readonly { name: string; word: Word; in: readonly FamilyLinkState[] | 'OPEN' }[] = [
  { name: 'verification', word: 'family-link:verify', in: FOUND },
  { name: 'assess-approach', word: 'family-link:assess-approach', in: ['VERIFIED'] },
  { name: 'approach', word: 'family-link:approach', in: ['AWAITING_RELATIVE'] },
  { name: 'hear', word: 'family-link:hear', in: 'OPEN' },
  { name: 'consent', word: 'relative-consent:record', in: SPOKEN_TO },
  { name: 'withdraw', word: 'relative-consent:withdraw', in: SPOKEN_TO },
  { name: 'tell', word: 'family-link:tell', in: ['AWAITING_RELATIVE', ...BOTH_AGREED] },
  { name: 'contact', word: 'family-link:contact', in: BOTH_AGREED },
  { name: 'check-in', word: 'family-link:check-in', in: AGREED_ON },
  { name: 'call-off', word: 'family-link:contact', in: AGREED_ON },
  { name: 'safeguard', word: 'family-link:safeguard', in: 'OPEN' },
  { name: 'ask', word: 'family-link:ask', in: 'OPEN' },
  { name: 'review-risk', word: 'family-link:review-risk', in: 'OPEN' },
  { name: 'own-client', word: 'family-link:own-client', in: [...FOUND, 'REUNITED', 'FOLLOW_UP'] },
  { name: 'route', word: 'family-link:route', in: SPOKEN_TO },
  { name: 'assign', word: 'family-link:assign', in: 'OPEN' },
];

/** What an officer may do with a link in this state. Whether the guards of a step hold is asked when it is taken. */
export function linkActions(state: FamilyLinkState, stateBefore: FamilyLinkState | null): string[] {
  const steps = actionsFrom(familyLinkProcess, state).filter(
    (event) => STEPS[event] && hasWord(STEPS[event]) && (!event.startsWith('resume_') || event === resumptionOf(stateBefore)),
  );
  const besides = BESIDES.filter(({ in: where, word }) => (where === 'OPEN' ? state !== 'CLOSED' : where.includes(state)) && hasWord(word));
  return [...steps, ...besides.map(({ name }) => name)];
}
