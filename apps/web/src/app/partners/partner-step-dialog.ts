import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { PartnerStepInput, type PartnerView } from '@panah/contracts/partners.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { stepLabel, stepQuestion, type StepWithReason } from './partner-steps';
import { PartnersApi } from './partners.api';

export interface PartnerStep {
  action: StepWithReason;
  partnerId: string;
}

/** Asks why, takes the step, and closes with the partner as it then stands. A refusal leaves it open, with the words kept. */
@Component({
  selector: 'app-partner-step-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="take()">
      <div>
        <h2 id="dialog-title">{{ question.title }}</h2>
        <p class="muted">{{ question.text }}</p>
      </div>
      <app-field
        [form]="form"
        name="reason"
        label="Reason"
        i18n-label="@@partners.reason"
        hint="Stays in the record's history."
        i18n-hint="@@partners.reasonHint"
      >
        <textarea appInput [formControl]="form.control('reason')" rows="3" dir="auto" maxlength="500"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn danger" [attr.aria-disabled]="form.saving() ? true : null">{{ label }}</button>
      </div>
    </form>
  `,
})
export class PartnerStepDialog {
  private readonly step = inject<PartnerStep>(DIALOG_DATA);
  private readonly partners = inject(PartnersApi);
  protected readonly dialog = inject<DialogRef<PartnerView>>(DialogRef);
  protected readonly question = stepQuestion(this.step.action);
  protected readonly label = stepLabel(this.step.action);
  protected readonly form = new ContractForm(PartnerStepInput, { reason: '' });

  protected async take(): Promise<void> {
    const { partnerId, action } = this.step;
    const moved = await this.form.save((input, intent) => this.partners.step(partnerId, action, input, intent));
    if (moved) this.dialog.close(moved);
  }
}
