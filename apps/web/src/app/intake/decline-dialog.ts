import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { DeclineInput, type EnquiryView } from '@panah/contracts/intake.contract';
import { caseDeclineReason } from '@panah/domain/vocabulary/intake';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { EnquiriesApi } from './enquiries.api';

/** Why no case is opened, and where the person is pointed instead. A refusal leaves the words. */
@Component({
  selector: 'app-decline-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="decline()">
      <div>
        <h2 id="dialog-title" i18n="@@intake.declineTitle">Open no case?</h2>
        <p class="muted" i18n="@@intake.declineText">
          After 30 days only the reference, the dates and the reason are left of this enquiry.
        </p>
      </div>
      <app-field [form]="form" name="reason" label="Reason" i18n-label="@@intake.reason">
        <span class="select">
          <select appInput [formControl]="form.control('reason')">
            <option value="" i18n="@@intake.choose">Choose</option>
            @for (choice of reasons; track choice.code) {
              <option [value]="choice.code">{{ choice.label }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="signposting" label="Where else they can turn" i18n-label="@@intake.signposting">
        <textarea appInput [formControl]="form.control('signposting')" rows="3" dir="auto" maxlength="1000"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn danger" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@intake.decline">
          Open no case
        </button>
      </div>
    </form>
  `,
})
export class DeclineDialog {
  private readonly enquiryId = inject<string>(DIALOG_DATA);
  private readonly enquiries = inject(EnquiriesApi);
  protected readonly dialog = inject<DialogRef<EnquiryView>>(DialogRef);
  protected readonly reasons = choicesOf(caseDeclineReason);
  protected readonly form = new ContractForm(DeclineInput, { reason: '', signposting: '' });

  protected async decline(): Promise<void> {
    const declined = await this.form.save((input, intent) => this.enquiries.decline(this.enquiryId, input, intent));
    if (declined) this.dialog.close(declined);
  }
}
