import type { ContractForm } from '../platform/form/contract-form';
import { PLAN_TEXTS } from './plan-words';

export type NestedRules = Pick<ContractForm<object>, 'brokenRule' | 'refusedRules' | 'ownTexts' | 'touched'>;

/** The rules of a form for fields inside its lists: the words are the same wherever the field stands. */
export const nestedRules = (form: NestedRules): NestedRules => ({
  brokenRule: (name) => form.brokenRule(name),
  refusedRules: (name) => form.refusedRules(name),
  ownTexts: () => PLAN_TEXTS,
  touched: (name) => form.touched(name),
});
