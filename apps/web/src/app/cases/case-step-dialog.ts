import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, resource } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { CaseView } from '@panah/contracts/cases.contract';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { caseHoldReason } from '@panah/domain/vocabulary/cases';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { DateInput } from '../platform/dates/date-input';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';

import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { STEP_TEXTS } from './case.texts';
import { type DialogStep, isGrave, reasonIsOptional, type StepField, stepForm, type StepInput, stepLabel, stepText } from './case-steps';
import { CasesApi } from './cases.api';

export interface CaseStepData {
  action: DialogStep;
  caseId: string;
}

const START: Readonly<Record<StepField, string | boolean | null>> = {
  note: '',
  noNeeds: false,
  holdReason: '',
  reviewOn: null,
  primaryWorkerId: '',
  reason: '',
};

/** Asks what a step needs, takes it, and closes with the case as it then stands. A refusal leaves it open, with the words kept. */
@Component({
  selector: 'app-case-step-dialog',
  imports: [CodeLabel, DateInput, DateText, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  templateUrl: './case-step-dialog.html',
})
export class CaseStepDialog {
  private readonly data = inject<CaseStepData>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<CaseView>>(DialogRef);

  protected readonly shape = stepForm(this.data.action);
  protected readonly label = stepLabel(this.data.action);
  protected readonly text = stepText(this.data.action);
  protected readonly grave = isGrave(this.data.action);
  protected readonly reasonOptional = reasonIsOptional(this.data.action);
  protected readonly noteTypes = caseNoteType;
  protected readonly holdReasons = choicesOf(caseHoldReason);
  protected readonly form = new ContractForm<StepInput>(
    this.shape.contract,
    Object.fromEntries(this.shape.fields.map((field) => [field, START[field]])),
    { texts: STEP_TEXTS },
  );
  protected readonly grounds = resource({ loader: () => (this.asks('note') ? this.cases.grounds(this.data.caseId) : Promise.resolve([])) });
  /** Who could be the primary worker of a new period: those who have answered both questions. */
  protected readonly workers = resource({
    loader: async () =>
      this.asks('primaryWorkerId')
        ? (await this.cases.team(this.data.caseId)).members.filter(({ role, state }) => role === PRIMARY_WORKER_ROLE && state === 'MEMBER')
        : [],
  });

  protected asks(field: StepField): boolean {
    return this.shape.fields.includes(field);
  }

  protected async take(): Promise<void> {
    const { caseId, action } = this.data;
    const moved = await this.form.save((input, intent) => this.cases.step(caseId, action, input, intent));
    if (moved) this.dialog.close(moved);
  }
}
