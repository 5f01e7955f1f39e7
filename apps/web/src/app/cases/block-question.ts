import { BlockInput } from '@panah/contracts/case-team.contract';
import { blockSource } from '@panah/domain/vocabulary/case-team';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { STEP_TEXTS } from './case.texts';
import type { CasesApi } from './cases.api';

/** Closes a file to a colleague. */
export const blockQuestion = async (cases: CasesApi, caseId: string): Promise<FormQuestion<true, BlockInput>> => ({
  title: $localize`:@@cases.blockTitle:Close this file to a colleague`,
  text: $localize`:@@cases.blockText:It is as if the file did not exist for them, whatever their role. A place on the team ends with it. They are not told.`,
  act: $localize`:@@cases.blockYes:Close it to them`,
  danger: true,
  contract: BlockInput,
  texts: STEP_TEXTS,
  fields: [
    {
      name: 'staffId',
      kind: 'select',
      label: $localize`:@@cases.colleague:Colleague`,
      choices: (await cases.blockable(caseId)).map(({ id, name }) => ({ code: id, label: name })),
    },
    { name: 'kind', kind: 'select', label: $localize`:@@cases.blockKind:What stands between them`, choices: choicesOf(conflictKind) },
    { name: 'source', kind: 'select', label: $localize`:@@cases.blockSource:Who said so`, choices: choicesOf(blockSource) },
  ],
  send: (input, intent) => cases.block(caseId, input, intent),
});
