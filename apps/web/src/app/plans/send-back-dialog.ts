import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { ReasonedStepInput } from '@panah/contracts/case-steps.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { PlansApi } from './plans.api';

/** Back to whoever wrote it, with what is to be looked at again. */
@Component({
  selector: 'app-send-back-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@plans.sendBack">Send back</h2>
      <app-field
        [form]="form"
        name="reason"
        label="What is to be looked at again"
        i18n-label="@@plans.sendBackWhy"
        hint="Its author finds these words with the plan, and a task for the next working day."
        i18n-hint="@@plans.sendBackHint"
      >
        <textarea appInput rows="3" dir="auto" maxlength="1000" [formControl]="form.control('reason')"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@plans.sendBack">
          Send back
        </button>
      </div>
    </form>
  `,
})
export class SendBackDialog {
  private readonly plans = inject(PlansApi);
  private readonly caseId = inject<string>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly form = new ContractForm<ReasonedStepInput>(ReasonedStepInput, { reason: '' });

  protected async save(): Promise<void> {
    const sent = await this.form.save(async ({ reason }, intent) => {
      await this.plans.sendBack(this.caseId, reason, intent);
      return true;
    });
    if (sent) this.dialog.close(true);
  }
}
