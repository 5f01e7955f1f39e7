import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type AccountView, TieAnswer } from '@panah/contracts/account.contract';
import { Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { SessionStore } from '../platform/session/session-store';
import { StaffApi } from './staff.api';
import { tieChoices } from './tie-choices';

/** R-AC-14: whether one has a tie to the group or to a state. `data` is the answer given so far. */
@Component({
  selector: 'app-own-tie-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="answer()">
      <div>
        <h2 id="dialog-title" i18n="@@staff.tieTitle">Ties</h2>
        <p class="muted" i18n="@@staff.tieText">
          Family, work, money or duty count. Who declares a tie does nothing wrong: clients are closed to them until a coordinator has
          decided, and nobody is told why.
        </p>
      </div>
      <app-field [form]="form" name="answer" label="Your answer" i18n-label="@@staff.tieAnswer" [group]="true">
        <app-choices [choices]="choices" [column]="true" [formControl]="form.control('answer')" />
      </app-field>
      <app-field
        [form]="form"
        name="words"
        label="In a few words"
        i18n-label="@@platform.inAFewWords"
        hint="Kept sealed; the coordinator who decides reads it."
        i18n-hint="@@staff.tieWordsHint"
        [optional]="true"
      >
        <textarea appInput rows="3" dir="auto" maxlength="1000" [formControl]="form.control('words')"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@staff.tieSay">Answer</button>
      </div>
    </form>
  `,
})
export class OwnTieDialog {
  private readonly staff = inject(StaffApi);
  protected readonly dialog = inject<DialogRef<AccountView>>(DialogRef);
  protected readonly choices = tieChoices(inject<string>(DIALOG_DATA) === 'NOT_ASKED', inject(SessionStore).termGroup()[readerLanguage()]);
  protected readonly form = new ContractForm<TieAnswer>(TieAnswer, { answer: '', words: '' });

  protected async answer(): Promise<void> {
    const answered = await this.form.save((input) => this.staff.answerTie(input));
    if (answered) this.dialog.close(answered);
  }
}
