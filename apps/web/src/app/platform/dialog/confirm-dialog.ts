import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';

export interface Question {
  title: string;
  text?: string;
  /** What the button does, as a verb: "Withdraw". */
  yes: string;
  danger?: boolean;
}

@Component({
  selector: 'app-confirm-dialog',
  template: `
    <div class="dialog stack">
      <div>
        <h2 id="dialog-title">{{ question.title }}</h2>
        @if (question.text; as text) {
          <p class="muted">{{ text }}</p>
        }
      </div>
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close(false)" i18n="@@platform.cancel">Cancel</button>
        <button type="button" class="btn" [class.danger]="question.danger" [class.primary]="!question.danger" (click)="dialog.close(true)">
          {{ question.yes }}
        </button>
      </div>
    </div>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}
