import { Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { FieldControl } from '../platform/form/field-control';

/** Thirty digits as they are heard: all of them in sight, on a telephone's width too. */
@Component({
  selector: 'app-digits-field',
  imports: [FieldControl, ReactiveFormsModule],
  template: `<input appInput dir="ltr" inputmode="numeric" autocomplete="off" [formControl]="control()" />`,
  styles: `
    :host {
      display: contents;
    }
    @media (max-width: 480px) {
      input {
        padding-inline: var(--s2);
        font-size: var(--text-s);
        letter-spacing: -0.01em;
      }
    }
  `,
})
export class DigitsField {
  readonly control = input.required<FormControl<string>>();
}
