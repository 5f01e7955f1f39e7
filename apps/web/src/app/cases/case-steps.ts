import { inject, Injectable, type Type } from '@angular/core';
import {
  AssessmentCompletionInput,
  GroundedStepInput,
  HoldInput,
  PlainStepInput,
  ReasonedStepInput,
  ReopeningInput,
} from '@panah/contracts/case-steps.contract';
import type { CaseView } from '@panah/contracts/cases.contract';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { caseAction } from '@panah/domain/vocabulary/cases';
import { DateWords } from '../platform/dates/date-words';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { readerLanguage } from '../platform/reader/language';
import { STEP_TEXTS } from './case.texts';
import { CasesApi } from './cases.api';
import { noteField, STEP_FIELDS } from './step-fields';

/** Steps that are asked for in a dialog; a closure has a page of its own. */
export type DialogStep = Exclude<CaseAction, 'request_closure'>;

interface StepShape {
  contract: Type<object>;
  text: string;
  asks: readonly ('note' | 'primaryWorkerId' | keyof typeof STEP_FIELDS)[];
  /** Whose words may be left out; where they are needed, the contract says so. */
  wordsOptional?: true;
}

const PLAIN = { contract: PlainStepInput, asks: ['reason'], wordsOptional: true } as const;
const REASONED = { contract: ReasonedStepInput, asks: ['reason'] } as const;

const SHAPES: Readonly<Record<DialogStep, StepShape>> = {
  complete_assessment: {
    contract: AssessmentCompletionInput,
    asks: ['note', 'noNeeds'],
    text: $localize`:@@cases.stepAssessment:The assessment rests on a final assessment of risk and a signed note, and says what the person needs. Planning begins with a draft made from the needs.`,
  },
  submit_plan: {
    contract: PlainStepInput,
    asks: [],
    text: $localize`:@@cases.stepSubmit:The plan as it is written goes to a coordinator who did not write on it.`,
  },
  approve_plan: { ...PLAIN, text: $localize`:@@cases.stepApprove:The plan comes into force.` },
  return_plan: { ...REASONED, text: $localize`:@@cases.stepReturn:The plan goes back to the worker, with your words.` },
  revise_plan: {
    contract: GroundedStepInput,
    asks: ['note'],
    text: $localize`:@@cases.stepRevise:Something that matters has changed: planning begins again. Choose the signed note that says what.`,
  },
  hold: {
    contract: HoldInput,
    asks: ['holdReason', 'reviewOn', 'reason'],
    wordsOptional: true,
    text: $localize`:@@cases.stepHold:Work pauses until the day of review. Safety work goes on.`,
  },
  resume: { ...PLAIN, text: $localize`:@@cases.stepResume:Work goes on with the plan in force.` },
  approve_closure: {
    ...PLAIN,
    text: $localize`:@@cases.stepClose:The case is closed. The team but the primary worker leaves it; the file stays to be read, and can be opened again.`,
  },
  reject_closure: { ...REASONED, text: $localize`:@@cases.stepKeep:The case goes on with its plan.` },
  reject_closure_early: { ...REASONED, text: $localize`:@@cases.stepKeepEarly:The case goes on with its assessment.` },
  reopen: {
    contract: ReopeningInput,
    asks: ['primaryWorkerId', 'reason'],
    text: $localize`:@@cases.stepReopen:A new period begins under the same reference, with a new assessment.`,
  },
};

export const stepLabel = (action: CaseAction): string => caseAction.label(action, readerLanguage());
export const isStep = (action: string): action is CaseAction => action in SHAPES || action === 'request_closure';

/** Asks what a step needs, and takes it; the answer is the case as it then stands, or null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class CaseSteps {
  private readonly cases = inject(CasesApi);
  private readonly questions = inject(Questions);
  private readonly days = inject(DateWords);

  take(caseId: string, action: DialogStep): Promise<CaseView | null> {
    return this.questions.ask(this.questionOf(caseId, action));
  }

  private async questionOf(caseId: string, action: DialogStep): Promise<FormQuestion<CaseView>> {
    const { contract, text, asks, wordsOptional = false } = SHAPES[action];
    const fields = await Promise.all(asks.map((ask) => this.fieldOf(caseId, ask)));
    return {
      title: stepLabel(action),
      text,
      act: stepLabel(action),
      danger: action === 'approve_closure',
      contract,
      texts: STEP_TEXTS,
      fields: fields.map((field) => (field.name === 'reason' ? { ...field, optional: wordsOptional } : field)),
      send: (input, intent) => this.cases.step(caseId, action, input, intent),
    };
  }

  private async fieldOf(caseId: string, ask: StepShape['asks'][number]): Promise<QuestionField> {
    if (ask === 'note') return noteField(await this.cases.grounds(caseId), this.days);
    return ask === 'primaryWorkerId' ? this.workerField(caseId) : STEP_FIELDS[ask];
  }

  /** Who could be the primary worker of a new period: those who have answered both questions. */
  private async workerField(caseId: string): Promise<QuestionField> {
    const { members } = await this.cases.team(caseId);
    const able = members.filter(({ role, state }) => role === PRIMARY_WORKER_ROLE && state === 'MEMBER');
    return {
      name: 'primaryWorkerId',
      kind: 'select',
      label: $localize`:@@cases.primaryWorker:Primary worker`,
      hint: $localize`:@@cases.hintPrimary:Somebody who stands on the team of this case.`,
      choices: able.map(({ staffId, name }) => ({ code: staffId, label: name })),
    };
  }
}
