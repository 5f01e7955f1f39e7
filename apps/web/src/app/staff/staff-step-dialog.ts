import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { StaffStepInput, type StaffView } from '@panah/contracts/staff.contract';
import type { StaffAction } from '@panah/domain/staff/staff.process';
import { staffAction } from '@panah/domain/vocabulary/staff';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { StaffApi } from './staff.api';

export interface StaffStep {
  action: StaffAction;
  staffId: string;
}

const TEXTS: Readonly<Partial<Record<StaffAction, string>>> = {
  suspend: $localize`:@@staff.askSuspend:They are out with their next request, until somebody reinstates them.`,
  reinstate: $localize`:@@staff.askReinstate:They can sign in again, with the roles they have.`,
  reset: $localize`:@@staff.askReset:Password, authenticator and recovery codes are gone at once. You get a one-time code to hand over, and a second person confirms the account anew.`,
  end: $localize`:@@staff.askEnd:The account is closed for good, with every role. This cannot be taken back; what they did stays in their name.`,
};

/** Asks why, takes the step, and closes with the account as it then stands. A refusal leaves it open, with the words kept. */
@Component({
  selector: 'app-staff-step-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="take()">
      <div>
        <h2 id="dialog-title">{{ label }}</h2>
        <p class="muted">{{ text }}</p>
      </div>
      <app-field
        [form]="form"
        name="reason"
        label="Reason"
        i18n-label="@@staff.reason"
        hint="Stays in the history of the account."
        i18n-hint="@@staff.reasonHint"
      >
        <textarea appInput [formControl]="form.control('reason')" rows="3" dir="auto" maxlength="500"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn" [class]="closes ? 'danger' : 'primary'" [attr.aria-disabled]="form.saving() ? true : null">
          {{ label }}
        </button>
      </div>
    </form>
  `,
})
export class StaffStepDialog {
  private readonly step = inject<StaffStep>(DIALOG_DATA);
  private readonly staff = inject(StaffApi);
  protected readonly dialog = inject<DialogRef<StaffView>>(DialogRef);
  protected readonly label = staffAction.label(this.step.action, readerLanguage());
  protected readonly text = TEXTS[this.step.action];
  protected readonly closes = this.step.action !== 'reinstate';
  protected readonly form = new ContractForm(StaffStepInput, { reason: '' });

  protected async take(): Promise<void> {
    const { staffId, action } = this.step;
    const moved = await this.form.save(({ reason }, intent) => this.staff.step(staffId, action, reason, intent));
    if (moved) this.dialog.close(moved);
  }
}
