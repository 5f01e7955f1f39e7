import type { FamilyApprovalView, FamilyRenewalView } from '@panah/contracts/family-links.contract';
import { ReasonInput } from '@panah/contracts/family-steps.contract';
import type { FormQuestion } from '../platform/form/form-question';
import type { FamilyApi } from './family.api';
import { FAMILY_RULES } from './family.texts';
import { eventLabel, stepLabel } from './link-act';
import { NoInput } from './no-input';

/** A decision that is open, and what is asked before it is taken. */
export interface OfferedDecision {
  action: string;
  label: string;
  danger: boolean;
  question: (api: FamilyApi, item: FamilyApprovalView) => FormQuestion<true>;
}

const KINDS: Readonly<Record<string, string>> = {
  APPROACH: $localize`:@@family.kindApproach:May the relative be approached?`,
  STEP: $localize`:@@family.kindStep:May this step be taken for somebody under 18?`,
};
/** What is asked, as a question. */
export function askedFor({ kind, asked }: FamilyApprovalView): string {
  if (asked === 'resume') return $localize`:@@family.kindResume:May it go on after the pause?`;
  return asked ? `${KINDS[kind] ?? ''} ${stepLabel(asked)}` : (KINDS[kind] ?? eventLabel(kind));
}

interface Decision {
  noun: string;
  label: string;
  text: string;
  /** It cannot be taken back, and says why. */
  danger?: true;
}
const DECISIONS: Readonly<Record<string, Decision>> = {
  approve_approach: {
    noun: 'approach-approval',
    label: eventLabel('approve_approach'),
    text: $localize`:@@family.approveText:It is good for sixty days, and lapses with any pause.`,
  },
  allow: {
    noun: 'allowance',
    label: $localize`:@@family.allow:Allow it`,
    text: $localize`:@@family.allowText:For this one step.`,
  },
  stop_unsafe: {
    noun: 'unsafe',
    label: eventLabel('stop_unsafe'),
    text: $localize`:@@family.unsafeText:It ends here. The client sees nothing of it and hears the one answer on its day.`,
    danger: true,
  },
};

/** What the server lets this coordinator decide, and nothing else. */
export const decisionsOf = ({ actions }: FamilyApprovalView): OfferedDecision[] =>
  Object.entries(DECISIONS)
    .filter(([action]) => actions.includes(action))
    .map(([action, { noun, label, text, danger = false }]) => ({
      action,
      label,
      danger,
      question: (api, item) => ({
        title: label,
        text,
        act: label,
        danger,
        texts: FAMILY_RULES,
        ...(danger
          ? { contract: ReasonInput, fields: [{ name: 'reason', kind: 'area', label: $localize`:@@family.why:Why` }] }
          : { contract: NoInput, fields: [] }),
        send: async (input: object, intent) => {
          await api.decide(item, noun, input, intent);
          return true;
        },
      }),
    }));

/** Looks at a yes that was given again. */
export const renewalQuestion = (api: FamilyApi, item: FamilyRenewalView): FormQuestion<true> => ({
  title: $localize`:@@family.renewalTitle:May it go on?`,
  text: $localize`:@@family.renewalText:If anything had ended, it begins anew. Whether it had is said to nobody here.`,
  act: $localize`:@@family.renewalAct:It may go on`,
  danger: false,
  texts: FAMILY_RULES,
  contract: NoInput,
  fields: [],
  send: async (input: object, intent) => {
    await api.decide(item, 'reopening', input, intent);
    return true;
  },
});
