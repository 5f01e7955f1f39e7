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
  {
    name: 'guardian',
    kind: 'area',
    label: $localize`:@@referrals.guardian:Who cares for them or speaks for them, and how they are reached`,
  },
];

export const textsStart = (): ReferralTexts => ({
  request: '',
  workDone: '',
  nothingUrgent: false,
  safety: '',
  contactRules: $localize`:@@referrals.contactStart:Through us until you accept.`,
  guardian: '',
});

/** Nothing is left open by not looking: that there is nothing is said by itself; and what is ticked is said. */
export function whole({ safety, guardian, ...texts }: ReferralTexts, items: readonly string[]): Promise<ReferralTexts> {
  const missing = [...(texts.nothingUrgent || safety ? [] : ['safety']), ...(items.includes('GUARDIAN') && !guardian ? ['guardian'] : [])];
  if (missing.length)
    return Promise.reject(new Problem(422, 'invalid', null, {}, Object.fromEntries(missing.map((field) => [field, ['missing']]))));
  const said = { safety: texts.nothingUrgent ? null : safety, guardian: items.includes('GUARDIAN') ? guardian : null };
  return Promise.resolve({ ...texts, ...said });
}
