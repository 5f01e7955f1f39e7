import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { PlanItemInput, type PlanView } from '@panah/contracts/plans.contract';
import { actionStatus, goalStatus } from '@panah/domain/vocabulary/plans';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { PLAN_TEXTS } from './plan-words';
import type { PlanPiece } from './plan-version';
import { PlansApi } from './plans.api';

export interface ItemDialogData {
  caseId: string;
  piece: PlanPiece;
}

const LABELS = {
  status: $localize`:@@plans.needStatus:How it stands`,
  blockedReason: $localize`:@@plans.blockedReason:What stands in the way`,
  result: $localize`:@@plans.result:What came of it`,
};

/** How a goal or an action of the plan in force goes. */
@Component({
  selector: 'app-item-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, TogetherNote],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@plans.how">How it goes</h2>
      <p class="muted" dir="auto">{{ words }}</p>
      <app-field [form]="form" name="status" label="How it stands" i18n-label="@@plans.needStatus" [group]="true">
        <app-choices [choices]="statuses" [column]="true" [formControl]="form.control('status')" />
      </app-field>
      <app-field [form]="form" name="blockedReason" label="What stands in the way" i18n-label="@@plans.blockedReason" [optional]="true">
        <input appInput dir="auto" maxlength="1000" [formControl]="form.control('blockedReason')" />
      </app-field>
      <app-field [form]="form" name="result" label="What came of it" i18n-label="@@plans.result" [optional]="true">
        <textarea appInput rows="2" dir="auto" maxlength="1000" [formControl]="form.control('result')"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <app-together [form]="form" />
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@plans.save">Save</button>
      </div>
    </form>
  `,
})
export class ItemDialog {
  private readonly plans = inject(PlansApi);
  private readonly stale = inject(StaleEdits);
  private readonly data = inject<ItemDialogData>(DIALOG_DATA);
  private readonly piece = this.data.piece;
  private version = this.piece.progress?.version ?? 0;
  protected readonly dialog = inject<DialogRef<PlanView>>(DialogRef);
  private readonly isGoal = 'statement' in this.piece;
  protected readonly words = 'statement' in this.piece ? this.piece.statement : this.piece.text;
  protected readonly statuses = choicesOf(this.isGoal ? goalStatus : actionStatus).filter(({ code }) => code !== 'SUPERSEDED');
  protected readonly form = new ContractForm<PlanItemInput>(PlanItemInput, startOf(this.piece), {
    texts: { blockedReason: PLAN_TEXTS, doneOn: PLAN_TEXTS },
  });

  protected async save(): Promise<void> {
    const view = await this.form.save((input) => this.plans.follow(this.piece.id, input, this.version));
    if (view) this.dialog.close(view);
    else await this.settle();
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const says = { status: (code: string) => this.statuses.find((each) => each.code === code)?.label ?? code };
    const now = await this.stale.meet(this.form, { read: () => this.readAgain(), shape: startOf, labels: LABELS, says });
    if (now) this.version = now.progress?.version ?? 0;
  }

  private async readAgain(): Promise<PlanPiece> {
    const { inForce } = await this.plans.read(this.data.caseId);
    const pieces = inForce?.goals.flatMap((goal) => [goal, ...goal.actions]) ?? [];
    return pieces.find(({ id }) => id === this.piece.id) ?? this.piece;
  }
}

const startOf = ({ progress }: PlanPiece): PlanItemInput => ({
  status: progress?.status ?? '',
  blockedReason: progress?.blockedReason ?? '',
  result: progress?.result ?? '',
});
