import { AllocationInput, type CandidateView, type CaseView } from '@panah/contracts/cases.contract';
import type { FormQuestion } from '../platform/form/form-question';
import { STEP_TEXTS } from './case.texts';
import type { CasesApi } from './cases.api';

/** Names another primary worker; above the hard limit a reason is asked (R-CA-05). */
export function allocationQuestion(cases: CasesApi, caseId: string, worker: CandidateView): FormQuestion<CaseView, AllocationInput> {
  const full = worker.level === 'HARD';
  return {
    title: $localize`:@@cases.allocateTitle:Make ${worker.name}:name: the primary worker?`,
    text: full
      ? $localize`:@@cases.allocateHard:They would carry more than 30 points. Say why it is still right; it stays in the history.`
      : $localize`:@@cases.allocateText:The worker before keeps a place on the team for 14 days, for the handover.`,
    act: $localize`:@@cases.name:Name as primary worker`,
    contract: AllocationInput,
    texts: STEP_TEXTS,
    start: { staffId: worker.id },
    fields: [
      {
        name: 'reason',
        kind: 'area',
        label: $localize`:@@cases.fieldWords:In a few words`,
        hint: $localize`:@@cases.hintWords:Stays sealed in the history of the case.`,
        optional: !full,
      },
    ],
    send: (input, intent) => cases.allocate(caseId, input, intent),
  };
}
