import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { type OfficeView, RoleInput, type StaffView } from '@panah/contracts/staff.contract';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { RoleFields } from './role-fields';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';

export interface RoleToGrant {
  staffId: string;
  offices: readonly OfficeView[];
}

/** Grants one more role; a second person confirms it. */
@Component({
  selector: 'app-grant-role-dialog',
  imports: [DialogFoot, Field, FormElement, RoleFields],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="grant()">
      <div>
        <h2 id="dialog-title" i18n="@@staff.grantRole">Grant a role</h2>
        <p class="muted" i18n="@@staff.grantRoleText">It opens nothing until a second person has confirmed it.</p>
      </div>
      <app-field [form]="form" name="role" label="Role" i18n-label="@@staff.role" [group]="true">
        <app-role-fields [offices]="asked.offices" [value]="value()" (valueChange)="keep($event)" />
      </app-field>
      <app-dialog-foot [form]="form" act="Grant a role" i18n-act="@@staff.grantRole" />
    </form>
  `,
})
export class GrantRoleDialog {
  protected readonly asked = inject<RoleToGrant>(DIALOG_DATA);
  private readonly staff = inject(StaffApi);
  protected readonly dialog = inject<DialogRef<StaffView>>(DialogRef);
  protected readonly value = signal<RoleInput>({ role: '', duties: [] });
  protected readonly form = new ContractForm<RoleInput>(RoleInput, { role: '', officeId: undefined, duties: [] }, { texts: FIELD_RULES });

  protected keep(value: RoleInput): void {
    this.value.set(value);
    this.form.control('role').setValue(value.role);
    this.form.control('officeId').setValue(value.officeId);
    this.form.control('duties').setValue(value.duties);
  }

  protected async grant(): Promise<void> {
    const granted = await this.form.save((input, intent) => this.staff.grantRole(this.asked.staffId, input, intent));
    if (granted) this.dialog.close(granted);
  }
}
