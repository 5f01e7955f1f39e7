import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';

/** Null: no tie. Otherwise which one. */
export interface TieAnswer {
  kind: string | null;
}

/** R-AC-13: whoever takes the intake, or is to work with somebody, says first whether they have a tie. */
@Component({
  selector: 'app-tie-dialog',
  template: `
    <div class="dialog stack">
      <div>
        <h2 id="dialog-title" i18n="@@intake.tieTitle">Do you have a tie with this person?</h2>
        <p class="muted" i18n="@@intake.tieText">
          A relative, somebody you knew there, a dispute, money between you. With a tie this record closes to you, and somebody else takes
          it. Nobody is asked why.
        </p>
      </div>
      @if (tied()) {
        <fieldset class="stack">
          <legend class="label" i18n="@@intake.tieKind">Which tie?</legend>
          <div class="choices column">
            @for (choice of kinds; track choice.code) {
              <label class="choice">
                <input
                  class="tick round"
                  type="radio"
                  name="tie-kind"
                  [checked]="kind() === choice.code"
                  (change)="kind.set(choice.code)"
                />
                <span>{{ choice.label }}</span>
              </label>
            }
          </div>
        </fieldset>
        <div class="btns">
          <button type="button" class="btn" (click)="tied.set(false)" i18n="@@intake.back">Back</button>
          <button type="button" class="btn danger" [disabled]="!kind()" (click)="dialog.close({ kind: kind() })" i18n="@@intake.tieConfirm">
            Close it to me
          </button>
        </div>
      } @else {
        <div class="btns">
          <button type="button" class="btn primary" (click)="dialog.close({ kind: null })" i18n="@@intake.tieNone">I have no tie</button>
          <button type="button" class="btn" (click)="tied.set(true)" i18n="@@intake.tieSome">I have a tie</button>
          <button type="button" class="btn quiet" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        </div>
      }
    </div>
  `,
})
export class TieDialog {
  protected readonly dialog = inject<DialogRef<TieAnswer>>(DialogRef);
  protected readonly kinds = choicesOf(conflictKind);
  protected readonly tied = signal(false);
  protected readonly kind = signal<string | null>(null);
}
