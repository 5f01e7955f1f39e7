import { DeletionHeardInput } from '@panah/contracts/referrals.contract';
import type { FormQuestion } from '../platform/form/form-question';
import type { Api } from '../platform/http/api';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses of it, in words. */
export const DELETION_PROBLEMS: ProblemTextsByCode = {
  'deletion-day': $localize`:@@referrals.problemDeletionDay:This day cannot be: it lies ahead, or before their access ended.`,
};

/** What somebody at the partner said on the telephone that was deleted: of one referral, or of all that one call was about. @param path to which it is posted */
export const deletionQuestion = <Answer>(
  api: Api,
  path: string,
  { text, today }: { text: string; today: string },
): FormQuestion<Answer, DeletionHeardInput> => ({
  title: $localize`:@@referrals.heardDeletion:They said what they deleted`,
  text,
  contract: DeletionHeardInput,
  start: { on: today },
  fields: [
    { name: 'who', kind: 'text', label: $localize`:@@referrals.heardWho:Who there said it` },
    { name: 'on', kind: 'day', label: $localize`:@@referrals.heardOn:Day of the call` },
    { name: 'what', kind: 'area', label: $localize`:@@referrals.heardWhat:What they deleted` },
  ],
  send: (input, intent) => api.post(path, input, intent),
});
