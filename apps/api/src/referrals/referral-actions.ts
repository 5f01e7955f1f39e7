import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { isDeletionOpen } from '@panah/domain/referrals/deletion.rules';
import { isToBeMet } from '@panah/domain/referrals/handover.rules';
import { type ReferralEvent, referralProcess, type ReferralState } from '@panah/domain/referrals/referral.process';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import type { Referral } from './referral.entity';
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

type Acted = Pick<Referral, 'state' | 'service' | 'kind' | 'takenOverAt' | 'acknowledgedAt' | 'endedAt' | 'deletionConfirmedAt'>;

/** What the reader may do with a referral now. @param waiting whether something restricted waits for a coordinator who did not choose it */
export function actionsOn(row: Acted, file: ReachedCase, waiting = false): string[] {
  const { state, service, kind, takenOverAt } = row;
  // what was handed over is the partner's own
  if (takenOverAt) return [];
  const may = (word: Word): boolean => servicesOpenOn(file, word).includes(service);
  const steps = actionsFrom(referralProcess, state).filter((event) => WORDS[event] && may(WORDS[event]));
  const besides: [string, boolean][] = [
    ['edit', isUnsent(state) && may('referral:edit')],
    ['preview', isUnsent(state) && may('referral:preview')],
    ['supplement', isLent(state) && may('referral:supplement')],
    ['approve-item', waiting && may('referral:approve-item')],
    ['offer', state === 'READY' && kind === 'TRANSFER' && file.state === 'ACTIVE' && mayOn('case:offer_transfer', file)],
    ['hear-deletion', isDeletionOpen(row) && may('referral:hear-deletion')],
    ['meet', isToBeMet(row) && may('referral:record-meeting')],
  ];
  // a case is offered by a coordinator, never sent
  return [...steps.filter((step) => step !== 'send' || kind !== 'TRANSFER'), ...besides.flatMap(([name, open]) => (open ? [name] : []))];
}
