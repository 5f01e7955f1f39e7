import { ReasonedStepInput } from '@panah/contracts/case-steps.contract';
import type { FormQuestion } from '../platform/form/form-question';
import type { PlansApi } from './plans.api';

/** Back to whoever wrote it, with what is to be looked at again. */
export const sendBackQuestion = (plans: PlansApi, caseId: string): FormQuestion<boolean, ReasonedStepInput> => ({
  title: $localize`:@@plans.sendBack:Send back`,
  act: $localize`:@@plans.sendBack:Send back`,
  contract: ReasonedStepInput,
  fields: [
    {
      name: 'reason',
      kind: 'area',
      label: $localize`:@@plans.sendBackWhy:What is to be looked at again`,
      hint: $localize`:@@plans.sendBackHint:Its author finds these words with the plan, and a task for the next working day.`,
    },
  ],
  send: async ({ reason }, intent) => {
    await plans.sendBack(caseId, reason, intent);
    return true;
  },
});
