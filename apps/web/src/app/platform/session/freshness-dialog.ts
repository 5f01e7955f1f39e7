import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import { problemOf } from '../problem/problem';
import { ProblemTexts } from '../problem/problem-texts';
import { proofOf } from './proof';
import { SessionStore } from './session-store';

/** Asks once more who is there, before an act that needs a sign-in of the last minutes. */
@Component({
  selector: 'app-freshness-dialog',
  imports: [Icon],
  template: `
    <form class="dialog stack" (submit)="prove($event, proof.value)" novalidate>
      <div>
        <h2 id="dialog-title" i18n="@@session.freshTitle">Is it still you?</h2>
        <p class="muted" i18n="@@session.freshText">This needs a sign-in of the last five minutes.</p>
      </div>
      <div class="field">
        <label for="fresh-proof" i18n="@@session.proof">Password, or six digits from your authenticator</label>
        <input
          #proof
          class="input"
          id="fresh-proof"
          type="password"
          autocomplete="current-password"
          dir="ltr"
          [attr.aria-invalid]="error() ? true : null"
        />
        <div role="alert">
          @if (error(); as text) {
            <p class="error">
              <app-icon name="alert" /><span>{{ text }}</span>
            </p>
          }
        </div>
      </div>
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button class="btn primary" i18n="@@session.goOn">Go on</button>
      </div>
    </form>
  `,
})
export class FreshnessDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly session = inject(SessionStore);
  private readonly texts = inject(ProblemTexts);
  protected readonly error = signal<string | null>(null);

  protected async prove(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    try {
      await this.session.freshen(proofOf(typed));
      this.dialog.close(true);
    } catch (thrown) {
      this.error.set(this.texts.say(problemOf(thrown)));
    }
  }
}
