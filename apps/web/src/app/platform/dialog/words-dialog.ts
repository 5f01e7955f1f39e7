import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';

export interface WordsQuestion {
  title: string;
  text?: string;
  label: string;
  /** What the button does. */
  act: string;
  /** Nothing happens with fewer letters. */
  least?: number;
  most?: number;
}

/** A few words before something is done. */
@Component({
  selector: 'app-words-dialog',
  template: `
    <form class="dialog stack" (submit)="give($event)" (keydown.control.enter)="give($event)" (keydown.meta.enter)="give($event)">
      <div>
        <h2 id="dialog-title">{{ question.title }}</h2>
        @if (question.text; as text) {
          <p class="muted">{{ text }}</p>
        }
      </div>
      <div class="field">
        <label for="words">{{ question.label }}</label>
        <textarea
          id="words"
          class="input"
          rows="3"
          dir="auto"
          [attr.maxlength]="question.most ?? 1000"
          [attr.aria-invalid]="tooShort() ? true : null"
          [attr.aria-describedby]="tooShort() ? 'words-error' : null"
          [value]="words()"
          (input)="words.set($any($event.target).value); tooShort.set(false)"
        ></textarea>
        @if (tooShort()) {
          <p class="error" id="words-error" i18n="@@platform.fewWords">A few words are needed.</p>
        }
      </div>
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary">{{ question.act }}</button>
      </div>
    </form>
  `,
})
export class WordsDialog {
  protected readonly question = inject<WordsQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly words = signal('');
  protected readonly tooShort = signal(false);

  protected give(event: Event): void {
    event.preventDefault();
    const words = this.words().trim();
    if (words.length < (this.question.least ?? 3)) this.tooShort.set(true);
    else this.dialog.close(words);
  }
}
