import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type OutcomeReviewView, WellbeingInput } from '@panah/contracts/reintegration.contract';
import { outcomeAnswer } from '@panah/domain/vocabulary/reintegration';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

/** The counsellor's part of a review: psychological wellbeing. */
@Component({
  selector: 'app-wellbeing-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@reintegration.wellbeing">Psychological wellbeing</h2>
      <app-field [form]="form" name="level" label="Level" i18n-label="@@reintegration.level" [group]="true">
        <app-choices [formControl]="form.control('level')" [choices]="levels" [column]="true" />
      </app-field>
      <app-field [form]="form" name="note" label="Words" i18n-label="@@reintegration.words" [optional]="true">
        <textarea appInput rows="3" dir="auto" [formControl]="form.control('note')"></textarea>
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
export class WellbeingDialog {
  private readonly review = inject<OutcomeReviewView>(DIALOG_DATA);
  private readonly api = inject(ReintegrationApi);
  protected readonly dialog = inject<DialogRef<OutcomeReviewView>>(DialogRef);
  protected readonly levels = choicesOf(outcomeAnswer);
  private readonly own = this.review.outcomes.find(({ domain }) => domain === 'D09');
  protected readonly form = new ContractForm<WellbeingInput>(
    WellbeingInput,
    { level: this.own?.level ?? '', note: this.own?.note ?? '' },
    { texts: REINTEGRATION_TEXTS },
  );

  protected async save(): Promise<void> {
    const clientLevel = this.own?.clientLevel;
    const saved = await this.form.save((input) =>
      this.api.correctWellbeing(this.review.id, { ...input, ...(clientLevel ? { clientLevel } : {}) }, this.review.version),
    );
    if (saved) this.dialog.close(saved);
  }
}
