import type { CaseListView } from '@panah/contracts/cases.contract';
import type { ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import { type Desk, readAs, sendAs } from './desk';

export const HOUSING_WANTED = 'A room from the first of March, near the school of the youngest.';
const ASKED = { method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', language: 'fa' };
export const SAID = {
  kind: 'REFERRAL',
  service: 'HOUSING',
  urgency: 'ROUTINE',
  items: ['PSEUDONYM', 'AGE_LANGUAGES', 'REQUEST', 'WORK_DONE', 'SAFETY', 'CONTACT_RULES'],
  needIds: [],
  documentIds: [],
  texts: {
    request: HOUSING_WANTED,
    workDone: 'Two talks with us; a list of rooms was looked through together.',
    nothingUrgent: true,
    contactRules: 'Through us until you accept.',
  },
};

/**
 * Referrals to a partner that wait to be sent, one for each active case of the worker and then from the first again: what another story does by hand.
 * @param agreed what the person agreed to; what is sent unless said
 */
export async function madeReferrals(
  worker: Desk,
  partnerName: string,
  count: number,
  agreed: readonly string[] = SAID.items,
): Promise<{ id: string; caseId: string }[]> {
  const { items } = await readAs<CaseListView>(worker, '/api/cases?limit=60&state=ACTIVE');
  const made: { id: string; caseId: string }[] = [];
  for (let at = 0; at < count && items.length; at += 1) {
    const caseId = items[at % items.length]?.id ?? '';
    const { partners } = await readAs<ReferralChoicesView>(worker, `/api/cases/${caseId}/referral-choices?service=HOUSING`);
    const partnerId = partners.find(({ name }) => name === partnerName)?.id;
    const { id } = await sendAs<ReferralView>(worker, `/api/cases/${caseId}/referrals`, {
      ...SAID,
      partnerId,
      consent: { ...ASKED, scope: agreed },
    });
    made.push({ id, caseId });
  }
  return made;
}

/** The partner has opened it and takes it up. */
export async function takeUp(partner: Desk, id: string): Promise<void> {
  await sendAs(partner, `/api/inbox/${id}/opening`);
  await sendAs(partner, `/api/inbox/${id}/acceptance`, { focalWorker: 'Robin Sample', noConflict: true });
}

export async function sendReferral(worker: Desk, id: string): Promise<void> {
  const { hash } = await sendAs<ReferralPreviewView>(worker, `/api/referrals/${id}/preview`);
  await sendAs(worker, `/api/referrals/${id}/dispatch`, { hash });
}
