import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { ConsentPersonView } from '@panah/contracts/consents.contract';
import { type LegalBasisView, VerbalApprovalInput } from '@panah/contracts/disclosures.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ConsentsApi } from './consents.api';

export interface VerbalDialogData {
  id: string;
  seconds: readonly ConsentPersonView[];
}

/** Who agreed by word of mouth, within the hour. */
@Component({
  selector: 'app-verbal-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.verbalTitle">Who agreed by word of mouth?</h2>
        <p class="muted" i18n="@@consents.verbalText">It holds for a day. They write it down themselves within that day.</p>
      </div>
      <app-field [form]="form" name="secondId" label="The second person" i18n-label="@@consents.second">
        <span class="select">
          <select appInput [formControl]="form.control('secondId')">
            <option value="" i18n="@@consents.choose">Choose</option>
            @for (second of data.seconds; track second.id) {
              <option [value]="second.id">{{ second.name }}</option>
            }
          </select>
        </span>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.record">
          Record
        </button>
      </div>
    </form>
  `,
})
export class VerbalDialog {
  protected readonly data = inject<VerbalDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<LegalBasisView>>(DialogRef);
  protected readonly form = new ContractForm<VerbalApprovalInput>(VerbalApprovalInput, { secondId: '' });

  protected async save(): Promise<void> {
    const agreed = await this.form.save((input, intent) => this.consents.approveVerbally(this.data.id, input, intent));
    if (agreed) this.dialog.close(agreed);
  }
}
