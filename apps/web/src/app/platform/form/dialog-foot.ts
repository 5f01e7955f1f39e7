import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { ProblemNotice } from '../problem/problem-notice';
import type { ContractForm } from './contract-form';
import { TogetherNote } from './together-note';

/** The foot of a form in a dialog: what was refused, the way back, and the one button that sends. */
@Component({
  selector: 'app-dialog-foot',
  imports: [ProblemNotice, TogetherNote],
  template: `
    @if (form().problem(); as problem) {
      <app-problem [problem]="problem" />
    }
    <app-together [form]="form()" />
    <div class="btns">
      <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
      <button
        type="submit"
        class="btn"
        [class.primary]="!danger()"
        [class.danger]="danger()"
        [attr.aria-disabled]="form().saving() ? true : null"
      >
        {{ act() }}
      </button>
    </div>
  `,
  styles: ':host { display: contents }',
})
export class DialogFoot {
  readonly form = input.required<Pick<ContractForm<object>, 'problem' | 'saving' | 'together'>>();
  /** What the button does. */
  readonly act = input($localize`:@@platform.save:Save`);
  /** What cannot be taken back is drawn as such. */
  readonly danger = input(false);
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
}
