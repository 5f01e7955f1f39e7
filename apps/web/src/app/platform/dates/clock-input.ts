import { Component } from '@angular/core';
import { clockTimeOf } from '@panah/domain/dates/clock-time';
import { heldValue } from '../form/form-link';

/**
 * A time of day on a clock of 24 hours, whatever the browser is set to. The value is `HH:MM` or null; what is no time stays the text
 * itself, so that the contract refuses it.
 */
@Component({
  selector: 'app-clock-input',
  template: `
    <input
      #box
      class="input"
      dir="ltr"
      inputmode="numeric"
      maxlength="5"
      placeholder="00:00"
      autocomplete="off"
      aria-label="Time, 24 hours"
      i18n-aria-label="@@platform.clock"
      [value]="time.value() ?? ''"
      [disabled]="time.disabled()"
      (change)="changed(box.value)"
      (blur)="time.left()"
    />
  `,
  styles: `
    .input {
      inline-size: 5.5rem;
    }
  `,
})
export class ClockInput {
  protected readonly time = heldValue<string | null>(null);

  protected changed(typed: string): void {
    this.time.say(clockTimeOf(typed) ?? (typed.trim() || null));
  }
}
