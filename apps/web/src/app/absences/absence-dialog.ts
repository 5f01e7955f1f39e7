import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { AbsenceInput, type AbsenceListView, type AbsenceView } from '@panah/contracts/absences.contract';
import { DateInput } from '../platform/dates/date-input';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { Api } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { ABSENCE_TEXTS } from './absence-words';

/** Days on which somebody is not there; not why. */
@Component({
  selector: 'app-absence-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@absences.record">Record an absence</h2>
      @if (others.length) {
        <app-field [form]="form" name="staffId" label="Who" i18n-label="@@absences.who">
          <span class="select">
            <select appInput [formControl]="form.control('staffId')">
              <option value="" i18n="@@absences.myself">Myself</option>
              @for (colleague of others; track colleague.id) {
                <option [value]="colleague.id">{{ colleague.name }}</option>
              }
            </select>
          </span>
        </app-field>
      }
      <app-field [form]="form" name="from" label="First day" i18n-label="@@absences.from">
        <app-date-input [formControl]="form.control('from')" />
      </app-field>
      <app-field [form]="form" name="until" label="Last day" i18n-label="@@absences.until">
        <app-date-input [formControl]="form.control('until')" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@tasks.save">Save</button>
      </div>
    </form>
  `,
})
export class AbsenceDialog {
  private readonly api = inject(Api);
  private readonly list = inject<AbsenceListView>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<AbsenceView>>(DialogRef);
  protected readonly others = inject(SessionStore).may('absence:name-deputy') ? this.list.colleagues : [];
  protected readonly form = new ContractForm<AbsenceInput>(
    AbsenceInput,
    { staffId: '', officeId: this.list.officeId, from: null, until: null } as unknown as AbsenceInput,
    { texts: ABSENCE_TEXTS },
  );

  protected async save(): Promise<void> {
    const saved = await this.form.save(({ staffId, ...input }, intent) =>
      this.api.post<AbsenceView>('/api/absences', staffId ? { ...input, staffId } : input, intent),
    );
    if (saved) this.dialog.close(saved);
  }
}
