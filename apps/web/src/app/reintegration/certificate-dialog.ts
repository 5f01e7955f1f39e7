import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { CertificateInput, type CertificateView } from '@panah/contracts/reintegration.contract';
import { DateInput } from '../platform/dates/date-input';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

/** What stands on a certificate of attendance. */
@Component({
  selector: 'app-certificate-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="issue()">
      <div>
        <h2 id="dialog-title" i18n="@@reintegration.issue">Issue a certificate</h2>
        <p class="muted" i18n="@@reintegration.issueText">
          The paper names the person, the activity and the office; nothing else of the file.
        </p>
      </div>
      <app-field [form]="form" name="name" label="Name on the paper" i18n-label="@@reintegration.paperName">
        <input appInput dir="auto" maxlength="120" autocomplete="off" [formControl]="form.control('name')" />
      </app-field>
      <app-field [form]="form" name="activity" label="Took part in" i18n-label="@@reintegration.activity">
        <input appInput dir="auto" maxlength="200" [formControl]="form.control('activity')" />
      </app-field>
      <app-field [form]="form" name="from" label="From" i18n-label="@@reintegration.from">
        <app-date-input [formControl]="form.control('from')" />
      </app-field>
      <app-field [form]="form" name="until" label="Until" i18n-label="@@reintegration.until">
        <app-date-input [formControl]="form.control('until')" />
      </app-field>
      <app-field [form]="form" name="hours" label="Hours" i18n-label="@@reintegration.hours" [optional]="true">
        <input appInput inputmode="numeric" dir="ltr" maxlength="4" [formControl]="form.control('hours')" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@reintegration.issue">
          Issue a certificate
        </button>
      </div>
    </form>
  `,
})
export class CertificateDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly api = inject(ReintegrationApi);
  protected readonly dialog = inject<DialogRef<CertificateView>>(DialogRef);
  protected readonly form = new ContractForm<CertificateInput>(
    CertificateInput,
    { name: '', activity: '', from: '', until: '', hours: '' },
    { texts: REINTEGRATION_TEXTS },
  );

  protected async issue(): Promise<void> {
    const issued = await this.form.save(({ hours, ...input }, intent) =>
      this.api.issue(this.caseId, { ...input, ...(hours ? { hours } : {}) }, intent),
    );
    if (issued) this.dialog.close(issued);
  }
}
