import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { HelpGivenInput, type HelpGivenView } from '@panah/contracts/reintegration.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

export interface HelpDialogData {
  caseId: string;
  help?: HelpGivenView;
}

/** Help that was given, or its correction. */
@Component({
  selector: 'app-help-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@reintegration.helpTitle">Help given</h2>
      <app-field [form]="form" name="service" label="Service" i18n-label="@@reintegration.service">
        <span class="select">
          <select appInput [formControl]="form.control('service')">
            <option value="" i18n="@@reintegration.choose">Choose</option>
            @for (choice of services; track choice.code) {
              <option [value]="choice.code">{{ choice.label }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="givenOn" label="On" i18n-label="@@reintegration.on">
        <app-date-input [formControl]="form.control('givenOn')" />
      </app-field>
      <app-field [form]="form" name="amount" label="Amount" i18n-label="@@reintegration.amount" [optional]="true">
        <input appInput inputmode="decimal" dir="ltr" [formControl]="form.control('amount')" />
      </app-field>
      <app-field [form]="form" name="currency" label="Currency" i18n-label="@@reintegration.currency" [optional]="true">
        <input appInput dir="ltr" maxlength="3" [formControl]="form.control('currency')" />
      </app-field>
      <app-field [form]="form" name="what" label="What" i18n-label="@@reintegration.what" [optional]="true">
        <textarea appInput rows="2" dir="auto" [formControl]="form.control('what')"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@reintegration.save">
          Save
        </button>
      </div>
    </form>
  `,
})
export class HelpDialog {
  private readonly data = inject<HelpDialogData>(DIALOG_DATA);
  private readonly api = inject(ReintegrationApi);
  protected readonly dialog = inject<DialogRef<HelpGivenView>>(DialogRef);
  protected readonly services = choicesOf(serviceRequested);
  protected readonly form = new ContractForm<HelpGivenInput>(
    HelpGivenInput,
    {
      service: this.data.help?.service ?? '',
      givenOn: this.data.help?.givenOn ?? inject(DateWords).today(),
      amount: this.data.help?.amount ?? '',
      currency: this.data.help?.currency ?? '',
      what: this.data.help?.what ?? '',
    },
    { texts: REINTEGRATION_TEXTS },
  );

  protected async save(): Promise<void> {
    const { caseId, help } = this.data;
    const saved = await this.form.save(({ amount, currency, what, ...input }, intent) => {
      const whole = { ...input, ...(amount ? { amount } : {}), ...(currency ? { currency } : {}), ...(what ? { what } : {}) };
      return help ? this.api.correctHelp(help.id, whole, help.version) : this.api.help(caseId, whole, intent);
    });
    if (saved) this.dialog.close(saved);
  }
}
