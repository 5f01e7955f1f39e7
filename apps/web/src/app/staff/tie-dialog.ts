import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type StaffView, TieDecisionInput } from '@panah/contracts/staff.contract';
import { Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { StaffApi } from './staff.api';

export interface DeclaredTie {
  staffId: string;
}

/** R-AC-14: a coordinator decides about a declared tie. */
@Component({
  selector: 'app-tie-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="decide()">
      <h2 id="dialog-title" i18n="@@staff.decideTieTitle">Decide about the declared tie</h2>
      <app-field [form]="form" name="decision" label="Decision" i18n-label="@@staff.decision" [group]="true">
        <app-choices [choices]="choices" [column]="true" [formControl]="form.control('decision')" />
      </app-field>
      <app-field [form]="form" name="reason" label="Reason" i18n-label="@@staff.reason">
        <textarea appInput [formControl]="form.control('reason')" rows="3" dir="auto" maxlength="1000"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null">
          <span i18n="@@staff.decideTie">Decide</span>
        </button>
      </div>
    </form>
  `,
})
export class TieDialog {
  private readonly tie = inject<DeclaredTie>(DIALOG_DATA);
  private readonly staff = inject(StaffApi);
  protected readonly dialog = inject<DialogRef<StaffView>>(DialogRef);
  protected readonly choices = [
    { code: 'CLEARED', label: $localize`:@@staff.tieClear:No hindrance: their clients open again` },
    { code: 'UPHELD', label: $localize`:@@staff.tieUphold:A hindrance: clients stay closed to them` },
  ];
  protected readonly form = new ContractForm(TieDecisionInput, { decision: '', reason: '' });

  protected async decide(): Promise<void> {
    const decided = await this.form.save(({ decision, reason }, intent) =>
      this.staff.decideTie(this.tie.staffId, decision, reason, intent),
    );
    if (decided) this.dialog.close(decided);
  }
}
