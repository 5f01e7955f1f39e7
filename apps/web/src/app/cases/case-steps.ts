import type { Type } from '@angular/core';
import {
  AssessmentCompletionInput,
  GroundedStepInput,
  HoldInput,
  PlainStepInput,
  ReasonedStepInput,
  ReopeningInput,
} from '@panah/contracts/case-steps.contract';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { caseAction } from '@panah/domain/vocabulary/cases';
import { readerLanguage } from '../platform/reader/language';

export type StepField = 'note' | 'noNeeds' | 'holdReason' | 'reviewOn' | 'primaryWorkerId' | 'reason';

/** What may be given with a step; which of it, says its form. */
export interface StepInput {
  note?: string;
  noNeeds?: boolean;
  holdReason?: string;
  reviewOn?: string | null;
  primaryWorkerId?: string;
  reason?: string;
}

export interface StepForm {
  contract: Type<object>;
  fields: readonly StepField[];
}

const GROUNDED: StepForm = { contract: GroundedStepInput, fields: ['note'] };
const PLAIN: StepForm = { contract: PlainStepInput, fields: ['reason'] };
const REASONED: StepForm = { contract: ReasonedStepInput, fields: ['reason'] };

/** Steps that are asked for in a dialog; a closure has a page of its own. */
export type DialogStep = Exclude<CaseAction, 'request_closure'>;

const FORMS: Readonly<Record<DialogStep, StepForm>> = {
  complete_assessment: { contract: AssessmentCompletionInput, fields: ['note', 'noNeeds'] },
  submit_plan: { contract: PlainStepInput, fields: [] },
  approve_plan: PLAIN,
  return_plan: REASONED,
  revise_plan: GROUNDED,
  hold: { contract: HoldInput, fields: ['holdReason', 'reviewOn', 'reason'] },
  resume: PLAIN,
  approve_closure: PLAIN,
  reject_closure: REASONED,
  reject_closure_early: REASONED,
  reopen: { contract: ReopeningInput, fields: ['primaryWorkerId', 'reason'] },
};

export const stepForm = (action: DialogStep): StepForm => FORMS[action];
export const stepLabel = (action: CaseAction): string => caseAction.label(action, readerLanguage());
export const isStep = (action: string): action is CaseAction => action in FORMS || action === 'request_closure';
export const reasonIsOptional = (action: DialogStep): boolean => FORMS[action].contract !== ReasonedStepInput && action !== 'reopen';

const TEXTS: Readonly<Record<DialogStep, string>> = {
  complete_assessment: $localize`:@@cases.stepAssessment:The assessment rests on a final assessment of risk and a signed note, and says what the person needs. Planning begins with a draft made from the needs.`,
  submit_plan: $localize`:@@cases.stepSubmit:The plan as it is written goes to a coordinator who did not write on it.`,
  approve_plan: $localize`:@@cases.stepApprove:The plan comes into force.`,
  return_plan: $localize`:@@cases.stepReturn:The plan goes back to the worker, with your words.`,
  revise_plan: $localize`:@@cases.stepRevise:Something that matters has changed: planning begins again. Choose the signed note that says what.`,
  hold: $localize`:@@cases.stepHold:Work pauses until the day of review. Safety work goes on.`,
  resume: $localize`:@@cases.stepResume:Work goes on with the plan in force.`,
  approve_closure: $localize`:@@cases.stepClose:The case is closed. The team but the primary worker leaves it; the file stays to be read, and can be opened again.`,
  reject_closure: $localize`:@@cases.stepKeep:The case goes on with its plan.`,
  reject_closure_early: $localize`:@@cases.stepKeepEarly:The case goes on with its assessment.`,
  reopen: $localize`:@@cases.stepReopen:A new period begins under the same reference, with a new assessment.`,
};

export const stepText = (action: DialogStep): string => TEXTS[action];
export const isGrave = (action: DialogStep): boolean => action === 'approve_closure';
