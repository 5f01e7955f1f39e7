import { Component, inject, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { clockTimeOf } from '@panah/domain/dates/clock-time';

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
      [value]="shown()"
      [disabled]="disabled()"
      (change)="changed(box.value)"
      (blur)="tellLeft()"
    />
  `,
  styles: `
    .input {
      inline-size: 5.5rem;
    }
  `,
})
export class ClockInput implements ControlValueAccessor {
  protected readonly shown = signal('');
  protected readonly disabled = signal(false);
  private tell: (value: string | null) => void = () => undefined;
  protected tellLeft: () => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(value: string | null): void {
    this.shown.set(value ?? '');
  }

  registerOnChange(tell: (value: string | null) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tellLeft: () => void): void {
    this.tellLeft = tellLeft;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected changed(typed: string): void {
    const time = clockTimeOf(typed) ?? typed.trim();
    this.shown.set(time);
    this.tell(time || null);
  }
}
