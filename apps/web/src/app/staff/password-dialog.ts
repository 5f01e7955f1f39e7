import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type AccountView, PasswordInput } from '@panah/contracts/account.contract';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StepUp } from '../platform/session/step-up';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';

/** A new password; every other session of one's own ends. */
@Component({
  selector: 'app-password-dialog',
  imports: [DialogFoot, Field, FieldControl, FormElement, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="change()">
      <div>
        <h2 id="dialog-title" i18n="@@staff.changePassword">Change password</h2>
        <p class="muted" i18n="@@staff.changePasswordText">Your sessions elsewhere end with it.</p>
      </div>
      <input class="hide" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" />
      <app-field
        [form]="form"
        name="newPassword"
        label="New password"
        i18n-label="@@staff.newPassword"
        hint="At least 15 characters; four or five unrelated words will do."
        i18n-hint="@@staff.passwordHint"
      >
        <input appInput type="password" autocomplete="new-password" dir="ltr" [formControl]="form.control('newPassword')" />
      </app-field>
      <app-dialog-foot [form]="form" act="Change password" i18n-act="@@staff.changePassword" />
    </form>
  `,
})
export class PasswordDialog {
  private readonly staff = inject(StaffApi);
  private readonly stepUp = inject(StepUp);
  protected readonly dialog = inject<DialogRef<AccountView>>(DialogRef);
  protected readonly form = new ContractForm(PasswordInput, { newPassword: '' }, { texts: FIELD_RULES });

  protected async change(): Promise<void> {
    const changed = await this.form.save((input) => this.stepUp.run(() => this.staff.changePassword(input)));
    if (changed) this.dialog.close(changed);
  }
}
