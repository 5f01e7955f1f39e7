import type { ClaimView } from '@panah/contracts/asylum.contract';
import {
  DeadlineDayInput,
  DeadlineEndInput,
  DeadlineInput,
  DeadlineMetInput,
  type DeadlineView,
  MissedReviewInput,
} from '@panah/contracts/legal-deadlines.contract';
import type { LegalDeadlineAction } from '@panah/domain/asylum/legal-deadline.process';
import { deadlineTrigger, deadlineType, missedRemedy } from '@panah/domain/vocabulary/legal-deadlines';
import type { Type } from '@angular/core';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { act, area, day, proof, select, WHY } from './act-fields';
import type { AsylumApi } from './asylum.api';

interface DeadlineActShape {
  title: string;
  contract: Type<object>;
  fields: (caseId: string) => readonly QuestionField[];
}
export type DeadlineAct = LegalDeadlineAction | 'enter' | 'review';

const DEADLINE_ACTS: Readonly<Record<DeadlineAct, DeadlineActShape>> = {
  meet: {
    title: $localize`:@@asylum.meet:Deadline met`,
    contract: DeadlineMetInput,
    fields: (caseId) => [
      day('metOn', $localize`:@@asylum.metOn:Met on`),
      proof(caseId),
      day('confirmedOn', $localize`:@@asylum.confirmedOn:Or confirmed by a lawyer on`, true),
      { ...area('words', $localize`:@@asylum.whyCoordinator:As coordinator: why it is you who say so`), optional: true },
    ],
  },
  extend: {
    title: $localize`:@@asylum.extend:Deadline extended`,
    contract: DeadlineDayInput,
    fields: () => [day('dueOn', $localize`:@@asylum.newDay:New last day`), area('words', WHY)],
  },
  miss: { title: $localize`:@@asylum.miss:Deadline missed`, contract: DeadlineEndInput, fields: () => [area('words', WHY)] },
  not_use: {
    title: $localize`:@@asylum.notUse:The client does not use it`,
    contract: DeadlineEndInput,
    fields: () => [area('words', WHY)],
  },
  enter: {
    title: $localize`:@@asylum.enterDay:What the lawyer said`,
    contract: DeadlineDayInput,
    fields: () => [
      day('dueOn', $localize`:@@asylum.dueOn:Last day`),
      area('words', $localize`:@@asylum.whoSaid:Who said so, and on what it rests`),
    ],
  },
  review: {
    title: $localize`:@@asylum.review:How it came to be missed`,
    contract: MissedReviewInput,
    fields: () => [
      area('whoKnew', $localize`:@@asylum.whoKnew:Who knew of it`),
      select('remedy', $localize`:@@asylum.remedy:What can still be done`, choicesOf(missedRemedy)),
      { name: 'ourFault', label: $localize`:@@asylum.ourFault:Was it our fault?`, kind: 'yes-no' },
    ],
  },
};

export const isDeadlineAct = (action: string): action is DeadlineAct => Object.hasOwn(DEADLINE_ACTS, action);
export const deadlineActTitle = (action: DeadlineAct): string => DEADLINE_ACTS[action].title;

export function deadlineAct(api: AsylumApi, { id, caseId }: Pick<DeadlineView, 'id' | 'caseId'>, action: DeadlineAct): FormQuestion {
  const { title, contract, fields } = DEADLINE_ACTS[action];
  return act(title, contract, fields(caseId), (value, intent) => api.onDeadline(id, action, value, intent));
}

export function newDeadline(api: AsylumApi, { id }: ClaimView): FormQuestion {
  const fields = [
    select('type', $localize`:@@asylum.what:What`, choicesOf(deadlineType)),
    select('trigger', $localize`:@@asylum.trigger:Counted from`, choicesOf(deadlineTrigger)),
    day('triggerDate', $localize`:@@asylum.triggerDate:Which was on`),
    day('dueOn', $localize`:@@asylum.dueOn:Last day`),
  ];
  return act(
    $localize`:@@asylum.newDeadline:Enter a deadline`,
    DeadlineInput,
    fields,
    (value, intent) => api.onClaim(id, 'deadlines', value, intent),
    { start: { trigger: 'OTHER' } },
  );
}
