import { ClientAnswerInput, type TeamMemberView, type TeamView } from '@panah/contracts/case-team.contract';
import { clientAnswer } from '@panah/domain/vocabulary/case-team';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { STEP_TEXTS } from './case.texts';
import type { CasesApi } from './cases.api';

/** What the client said when told who would join (R-AC-13). Nothing is chosen beforehand. */
export const clientAnswerQuestion = (
  cases: CasesApi,
  caseId: string,
  { id, name }: TeamMemberView,
): FormQuestion<TeamView, ClientAnswerInput> => ({
  title: $localize`:@@cases.clientQuestion:What does the client say?`,
  text: $localize`:@@cases.clientQuestionText:Tell the client who would join: ${name}:name:. Record what they say, nothing more.`,
  act: $localize`:@@cases.record:Record`,
  contract: ClientAnswerInput,
  texts: STEP_TEXTS,
  fields: [{ name: 'answer', kind: 'choice', label: $localize`:@@cases.clientAnswer:Client’s answer`, choices: choicesOf(clientAnswer) }],
  send: (input, intent) => cases.recordClientAnswer(caseId, id, input, intent),
});
