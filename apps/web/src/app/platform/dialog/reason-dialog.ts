import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export interface ReasonQuestion {
  title: string;
  text?: string;
  reasons: readonly { code: string; label: string }[];
  /** What the button does: "Show for 2 minutes". */
  act: string;
  icon?: IconName;
  /** `none`: no field for words; `optional`: a field; `required`: nothing happens without them. */
  words?: 'none' | 'optional' | 'required';
}

export interface GivenReason {
  code: string;
  text: string;
}

/** Reason first, preset; a few words if they help. Two presses when the preset fits. */
@Component({
  selector: 'app-reason-dialog',
  imports: [Icon],
  template: `
    <form class="dialog stack" (submit)="give($event)" (keydown.control.enter)="give($event)" (keydown.meta.enter)="give($event)">
      <div>
        <h2 id="dialog-title">{{ question.title }}</h2>
        @if (question.text; as text) {
          <p class="muted">{{ text }}</p>
        }
      </div>
      <fieldset class="stack tight">
        <legend class="strong" i18n="@@platform.reason">Reason</legend>
        @for (reason of question.reasons; track reason.code) {
          <label class="choice">
            <input class="tick round" type="radio" name="reason" [checked]="reason.code === code()" (change)="code.set(reason.code)" />
            <span>{{ reason.label }}</span>
          </label>
        }
      </fieldset>
      @if (question.words !== 'none') {
        <div class="field">
          <label for="reason-words"
            ><ng-container i18n="@@platform.inAFewWords">In a few words</ng-container>
            <span class="opt" i18n="@@platform.keptInLog">(kept in the log)</span></label
          >
          <input
            #words
            class="input"
            id="reason-words"
            dir="auto"
            maxlength="300"
            autocomplete="off"
            [value]="text()"
            (input)="text.set(words.value)"
          />
          @if (missing()) {
            <p class="error" role="alert"><app-icon name="alert" /><span i18n="@@platform.wordsMissing">Say in a few words why.</span></p>
          }
        </div>
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button class="btn primary">
          @if (question.icon; as icon) {
            <app-icon [name]="icon" />
          }
          {{ question.act }}
        </button>
      </div>
    </form>
  `,
})
export class ReasonDialog {
  protected readonly question = inject<ReasonQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<GivenReason>>(DialogRef);
  protected readonly code = signal(this.question.reasons[0]?.code ?? '');
  protected readonly text = signal('');
  protected readonly missing = signal(false);

  protected give(event: Event): void {
    event.preventDefault();
    this.missing.set(this.question.words === 'required' && !this.text().trim());
    if (!this.missing()) this.dialog.close({ code: this.code(), text: this.text().trim() });
  }
}
