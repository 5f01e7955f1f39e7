import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { ClientAnswerInput, type TeamView } from '@panah/contracts/case-team.contract';
import { clientAnswer } from '@panah/domain/vocabulary/case-team';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { STEP_TEXTS } from './case.texts';
import { CasesApi } from './cases.api';

export interface ClientAnswerData {
  caseId: string;
  member: string;
  name: string;
}

/** What the client said when told who would join (R-AC-13). Nothing is chosen beforehand. */
@Component({
  selector: 'app-client-answer-dialog',
  imports: [Choices, Field, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="record()">
      <div>
        <h2 id="dialog-title" i18n="@@cases.clientQuestion">What does the client say?</h2>
        <p class="muted" i18n="@@cases.clientQuestionText">
          Tell the client who would join: {{ data.name }}. Record what they say, nothing more.
        </p>
      </div>
      <app-field [form]="form" name="answer" label="Client’s answer" i18n-label="@@cases.clientAnswer" [group]="true">
        <app-choices [formControl]="form.control('answer')" [choices]="choices" [column]="true" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@cases.record">Record</button>
      </div>
    </form>
  `,
})
export class ClientAnswerDialog {
  protected readonly data = inject<ClientAnswerData>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<TeamView>>(DialogRef);
  protected readonly choices = choicesOf(clientAnswer);
  protected readonly form = new ContractForm<ClientAnswerInput>(ClientAnswerInput, { answer: '' }, { texts: STEP_TEXTS });

  protected async record(): Promise<void> {
    const team = await this.form.save((input, intent) => this.cases.recordClientAnswer(this.data.caseId, this.data.member, input, intent));
    if (team) this.dialog.close(team);
  }
}
