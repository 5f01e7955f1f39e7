import type { PartnerKeyState } from '../partners/partner-key.process';
import { RuleBroken } from '../process/process';
import type { NameGap, ReferralGap } from '../vocabulary/referrals';
import type { ReferralState } from './referral.process';

/** What is known when somebody wants to tell a partner the name once more. */
export interface NameFacts {
  state: ReferralState;
  takenOverAt: Date | null;
  caseState: string;
  /** Whether whoever asks reads name and way of contact themself. */
  isRead: boolean;
  /** What the consent that holds now names; null where none does. */
  consented: readonly string[] | null;
  /** Why the partner receives nothing at all, its key aside (R-RE-01). */
  partnerGaps: readonly ReferralGap[];
  /** The newest key of the partner. */
  key: { id: string; state: PartnerKeyState } | null;
  /** What it can still open of what told the name: to which key, and on what of the consent. */
  told: readonly { keyId: string; scope: readonly string[] }[];
}

const ACCEPTED: readonly ReferralState[] = ['ACCEPTED', 'IN_SERVICE'];
const BEFORE: readonly ReferralState[] = ['DRAFT', 'AWAITING_CONSENT', 'READY', 'SENT', 'RECEIVED', 'INFO_REQUESTED'];
const OF_PARTNER = ['NOT_OFFERED', 'NOT_ACTIVE', 'AGREEMENT'] as const satisfies readonly (NameGap & ReferralGap)[];

/** What of a consent the name goes out on: with the rules of contact the agreed way goes along. */
export const nameScope = (consented: readonly string[]): string[] => ['CONTACT_RULES', 'NAME'].filter((item) => consented.includes(item));

/**
 * Why the name cannot go once more now; null when it can. It goes to a partner that accepted, on a consent that names it, to a key whose digits were
 * heard, and once: what lies there already, as wide, is not sent again (walls.md 3.3).
 */
export function nameGap(facts: NameFacts): NameGap | null {
  return gapOfReferral(facts) ?? OF_PARTNER.find((gap) => facts.partnerGaps.includes(gap)) ?? gapOfWord(facts) ?? gapOfKey(facts);
}

/** @throws RuleBroken `not-open`, `item-not-offered`, `partner-may-not-receive`, `consent-missing`, `key-not-confirmed`, with the gap */
export function assertNameMayGo(facts: NameFacts): void {
  const gap = nameGap(facts);
  switch (gap) {
    case null:
      return;
    case 'NOT_YOURS':
      throw new RuleBroken('item-not-offered', {}, { 'items.NAME': [gap] });
    case 'NOT_OFFERED':
    case 'NOT_ACTIVE':
    case 'AGREEMENT':
      throw new RuleBroken('partner-may-not-receive', {}, { partnerId: [gap] });
    case 'NOT_CONSENTED':
      throw new RuleBroken('consent-missing', {}, { 'items.NAME': [gap] });
    case 'NO_KEY':
    case 'KEY_NOT_CONFIRMED':
      throw new RuleBroken('key-not-confirmed', {}, { partnerId: [gap] });
    default:
      throw new RuleBroken('not-open', { state: facts.state, action: 'identity', open: [] }, { 'items.NAME': [gap] });
  }
}

function gapOfReferral({ state, takenOverAt, caseState, isRead }: NameFacts): NameGap | null {
  if (takenOverAt) return 'HANDED_OVER';
  if (!ACCEPTED.includes(state)) return BEFORE.includes(state) ? 'NOT_ACCEPTED' : 'OVER';
  if (caseState === 'CLOSED') return 'CASE_CLOSED';
  return isRead ? null : 'NOT_YOURS';
}

const gapOfWord = ({ consented }: NameFacts): NameGap | null => (consented?.includes('NAME') ? null : 'NOT_CONSENTED');

function gapOfKey({ key, told, consented }: NameFacts): NameGap | null {
  if (key?.state !== 'CONFIRMED') return key?.state === 'REGISTERED' ? 'KEY_NOT_CONFIRMED' : 'NO_KEY';
  const wanted = nameScope(consented ?? []);
  const isThere = told.some(({ keyId, scope }) => keyId === key.id && wanted.every((item) => scope.includes(item)));
  return isThere ? 'ALREADY_SENT' : null;
}
