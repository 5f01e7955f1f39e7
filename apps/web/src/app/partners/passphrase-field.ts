import { Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { FieldControl } from '../platform/form/field-control';

/** A passphrase as it is typed: not to be read over a shoulder, and not for the browser to keep. It takes a while to open with it. */
@Component({
  selector: 'app-passphrase-field',
  imports: [FieldControl, ReactiveFormsModule],
  template: `
    <input appInput type="password" autocomplete="off" dir="auto" [formControl]="control()" />
    @let done = progress()();
    @if (done !== null) {
      <p class="small muted" role="status" i18n="@@partners.stretching">One moment: it is slow so that nobody can guess it.</p>
      <progress [value]="done" aria-hidden="true"></progress>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    progress {
      inline-size: 100%;
      block-size: 4px;
      accent-color: var(--primary);
    }
  `,
})
export class PassphraseField {
  readonly control = input.required<FormControl<string>>();
  /** How far it is, from 0 to 1; null while nothing is worked out. */
  readonly progress = input<() => number | null>(() => null);
}
