import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { type ReferralEvent, referralProcess, type ReferralState } from '@panah/domain/referrals/referral.process';
import type { ReachedCase } from '../cases/case.records';
import { servicesOpenOn } from './services-open';

/** Whose hand takes a step of the drawing on our side; the partner's steps and the clock's are not among them. */
const WORDS: Partial<Record<ReferralEvent, Word>> = {
  request_consent: 'referral:request_consent',
  ready: 'referral:ready',
  consent_given: 'referral:ready',
  consent_refused: 'referral:consent_refused',
  cancel: 'referral:cancel',
  send: 'referral:send',
  answer: 'referral:answer',
  revoke: 'referral:revoke',
  discontinue: 'referral:discontinue',
};

const UNSENT: readonly ReferralState[] = ['DRAFT', 'AWAITING_CONSENT', 'READY'];
/** A partner reads what was sent to it, and may be sent more. */
export const LENT: readonly ReferralState[] = ['SENT', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_SERVICE'];
export const isUnsent = (state: ReferralState): boolean => UNSENT.includes(state);
export const isLent = (state: ReferralState): boolean => LENT.includes(state);

/** What the reader may do with a referral now. @param waiting whether something restricted waits for a coordinator who did not choose it */
export function actionsOn({ state, service }: { state: ReferralState; service: string }, file: ReachedCase, waiting = false): string[] {
  const may = (word: Word): boolean => servicesOpenOn(file, word).includes(service);
  const steps = actionsFrom(referralProcess, state).filter((event) => WORDS[event] && may(WORDS[event]));
  const besides: [string, boolean][] = [
    ['edit', isUnsent(state) && may('referral:edit')],
    ['preview', isUnsent(state) && may('referral:preview')],
    ['supplement', isLent(state) && may('referral:supplement')],
    ['approve-item', waiting && may('referral:approve-item')],
  ];
  return [...steps, ...besides.flatMap(([name, open]) => (open ? [name] : []))];
}
