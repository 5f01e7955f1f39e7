import { Component, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import { controlValue } from './control-value';
import { Field } from './field';

/** Yes or no, and nothing chosen until somebody says. Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-yes-no',
  template: `
    <label class="choice">
      <input class="tick round" type="radio" [name]="field.id" [checked]="value() === true" (change)="control().setValue(true)" />
      <span i18n="@@platform.yes">Yes</span>
    </label>
    <label class="choice">
      <input class="tick round" type="radio" [name]="field.id" [checked]="value() === false" (change)="control().setValue(false)" />
      <span i18n="@@platform.no">No</span>
    </label>
  `,
  host: {
    class: 'choices',
    role: 'radiogroup',
    '[attr.aria-labelledby]': 'field.labelId',
    '[attr.aria-describedby]': 'field.describedBy()',
  },
})
export class YesNo {
  readonly control = input.required<FormControl<boolean | null | undefined>>();
  protected readonly field = inject(Field);
  protected readonly value = controlValue(this.control);
}
