import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { RoleConfirmationInput, type StaffView } from '@panah/contracts/staff.contract';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { latinDigits } from './latin-digits';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';

/** The second person types the digits that stand on the other screen. */
@Component({
  selector: 'app-digits-dialog',
  imports: [DialogFoot, Field, FieldControl, FormElement, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="confirm()">
      <div>
        <h2 id="dialog-title" i18n="@@staff.confirmTitle">Confirm this account</h2>
        <p class="muted" i18n="@@staff.confirmText">
          Speak to the person: face to face, or by a number you knew before. Are they who they should be, and is this their work? Then type
          the six digits they read out.
        </p>
      </div>
      <app-field [form]="form" name="digits" label="Six digits" i18n-label="@@staff.digits">
        <input
          appInput
          class="code"
          [formControl]="form.control('digits')"
          inputmode="numeric"
          autocomplete="off"
          maxlength="6"
          dir="ltr"
        />
      </app-field>
      <app-dialog-foot [form]="form" act="Confirm" i18n-act="@@staff.confirm" />
    </form>
  `,
})
export class DigitsDialog {
  private readonly staffId = inject<string>(DIALOG_DATA);
  private readonly staff = inject(StaffApi);
  protected readonly dialog = inject<DialogRef<StaffView>>(DialogRef);
  protected readonly form = new ContractForm(RoleConfirmationInput, { digits: '' }, { texts: FIELD_RULES });

  protected async confirm(): Promise<void> {
    const digits = this.form.control('digits');
    digits.setValue(latinDigits(digits.value));
    const confirmed = await this.form.save((input, intent) => this.staff.confirm(this.staffId, input.digits, intent));
    if (confirmed) this.dialog.close(confirmed);
  }
}
