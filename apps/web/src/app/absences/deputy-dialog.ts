import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type AbsenceView, DeputyInput } from '@panah/contracts/absences.contract';
import type { TaskPersonView } from '@panah/contracts/tasks.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { Api } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ABSENCE_TEXTS } from './absence-words';

export interface DeputyData {
  id: string;
  colleagues: readonly TaskPersonView[];
}

/** Names who stands in. */
@Component({
  selector: 'app-deputy-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <div>
        <h2 id="dialog-title" i18n="@@absences.name">Name a deputy</h2>
        <p class="muted" i18n="@@absences.nameText">
          What is due shows to the deputy. Files on whose team they do not stand yet open once both questions are answered; they are asked
          now.
        </p>
      </div>
      <app-field [form]="form" name="deputyId" label="Who" i18n-label="@@absences.who">
        <span class="select">
          <select appInput [formControl]="form.control('deputyId')">
            <option value="" i18n="@@plans.choose">Choose</option>
            @for (colleague of data.colleagues; track colleague.id) {
              <option [value]="colleague.id">{{ colleague.name }}</option>
            }
          </select>
        </span>
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
export class DeputyDialog {
  private readonly api = inject(Api);
  protected readonly data = inject<DeputyData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<AbsenceView>>(DialogRef);
  protected readonly form = new ContractForm<DeputyInput>(DeputyInput, { deputyId: '' }, { texts: ABSENCE_TEXTS });

  protected async save(): Promise<void> {
    const named = await this.form.save((input, intent) =>
      this.api.post<AbsenceView>(`/api/absences/${this.data.id}/deputy`, input, intent),
    );
    if (named) this.dialog.close(named);
  }
}
