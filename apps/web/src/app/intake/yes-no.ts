import { Component, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { Field } from '../platform/form/field';

/** Yes or no, and nothing chosen until somebody says. */
@Component({
  selector: 'app-yes-no',
  template: `
    <label class="choice">
      <input class="tick round" type="radio" [name]="field().id" [checked]="control().value === true" (change)="control().setValue(true)" />
      <span i18n="@@intake.yes">Yes</span>
    </label>
    <label class="choice">
      <input
        class="tick round"
        type="radio"
        [name]="field().id"
        [checked]="control().value === false"
        (change)="control().setValue(false)"
      />
      <span i18n="@@intake.no">No</span>
    </label>
  `,
  host: {
    class: 'choices',
    role: 'radiogroup',
    '[attr.aria-labelledby]': 'field().labelId',
    '[attr.aria-describedby]': 'field().describedBy()',
  },
})
export class YesNo {
  readonly field = input.required<Field>();
  readonly control = input.required<FormControl<boolean | null | undefined>>();
}
