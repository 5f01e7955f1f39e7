import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** On an input, select or textarea inside `app-field`: ties it to the label, the hint and the broken rule. */
@Directive({
  selector: 'input[appInput], select[appInput], textarea[appInput]',
  host: {
    class: 'input',
    '[id]': 'field.id',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.errors().length ? true : null',
    '(blur)': 'field.left()',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}

/** On a checkbox inside `app-field`, with its words beside it: ties it to the hint and the broken rule. */
@Directive({
  selector: 'input[appTick]',
  host: {
    class: 'tick',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.errors().length ? true : null',
    '(blur)': 'field.left()',
  },
})
export class Tick {
  protected readonly field = inject(Field);
}
