import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { AllocationInput, type CandidateView, type CaseView } from '@panah/contracts/cases.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { STEP_TEXTS } from './case.texts';
import { CasesApi } from './cases.api';

export interface AllocationData {
  caseId: string;
  worker: CandidateView;
}

/** Names another primary worker; above the hard limit a reason is asked (R-CA-05). */
@Component({
  selector: 'app-allocation-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="name()">
      <div>
        <h2 id="dialog-title" i18n="@@cases.allocateTitle">Make {{ data.worker.name }} the primary worker?</h2>
        @if (full) {
          <p class="muted" i18n="@@cases.allocateHard">
            They would carry more than 30 points. Say why it is still right; it stays in the history.
          </p>
        } @else {
          <p class="muted" i18n="@@cases.allocateText">The worker before keeps a place on the team for 14 days, for the handover.</p>
        }
      </div>
      <app-field
        [form]="form"
        name="reason"
        label="In a few words"
        i18n-label="@@cases.fieldWords"
        [optional]="!full"
        hint="Stays sealed in the history of the case."
        i18n-hint="@@cases.hintWords"
      >
        <textarea appInput rows="3" dir="auto" maxlength="1000" [formControl]="form.control('reason')"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@cases.name">
          Name as primary worker
        </button>
      </div>
    </form>
  `,
})
export class AllocationDialog {
  protected readonly data = inject<AllocationData>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<CaseView>>(DialogRef);
  protected readonly full = this.data.worker.level === 'HARD';
  protected readonly form = new ContractForm<AllocationInput>(
    AllocationInput,
    { staffId: this.data.worker.id, reason: '' },
    { texts: STEP_TEXTS },
  );

  protected async name(): Promise<void> {
    const view = await this.form.save((input, intent) => this.cases.allocate(this.data.caseId, input, intent));
    if (view) this.dialog.close(view);
  }
}
