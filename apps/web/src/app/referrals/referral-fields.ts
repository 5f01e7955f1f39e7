import type { ReferralTexts } from '@panah/contracts/referrals.contract';
import type { UsualField } from '../platform/form/form-question';
import { Problem } from '../platform/problem/problem';

/** What is said in one's own words. */
export const TEXT_FIELDS: readonly UsualField[] = [
  {
    name: 'request',
    kind: 'area',
    label: $localize`:@@referrals.request:Why, and what the person wants`,
    hint: $localize`:@@referrals.requestHint:No name, and nothing of other people.`,
  },
  { name: 'workDone', kind: 'area', label: $localize`:@@referrals.workDone:What has been done, and by whom` },
  {
    name: 'nothingUrgent',
    kind: 'check',
    label: $localize`:@@referrals.safety:What they must know for the person’s safety`,
    beside: $localize`:@@referrals.nothingUrgent:Nothing`,
  },
  { name: 'safety', kind: 'area', label: $localize`:@@referrals.safetyWords:Or in words`, optional: true },
  { name: 'contactRules', kind: 'area', label: $localize`:@@referrals.contactRules:How they may be contacted` },
];

export const textsStart = (): ReferralTexts => ({
  request: '',
  workDone: '',
  nothingUrgent: false,
  safety: '',
  contactRules: $localize`:@@referrals.contactStart:Through us until you accept.`,
});

/** Nothing is left open by not looking: that there is nothing is said by itself. */
export function noSafetyProblem(texts: ReferralTexts): Promise<ReferralTexts> {
  if (texts.nothingUrgent) return Promise.resolve({ ...texts, safety: null });
  if (texts.safety) return Promise.resolve(texts);
  return Promise.reject(new Problem(422, 'invalid', null, {}, { safety: ['missing'] }));
}
