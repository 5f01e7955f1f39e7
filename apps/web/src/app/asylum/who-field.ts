import { Component, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { RecipientInput } from '@panah/contracts/consent-scope.contract';
import { outsiderKinds } from '../consents/outsiders.part';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';

/** Somebody outside: of what kind, and by what name. Null while there is no name. */
@Component({
  selector: 'app-who-field',
  template: `
    <span class="select">
      <select #kind class="input" aria-label="Kind" i18n-aria-label="@@asylum.whoKind" (change)="say(kind.value, name.value)">
        @for (choice of kinds; track choice.code) {
          <option [value]="choice.code" [selected]="choice.code === who()?.kind">{{ choice.label }}</option>
        }
      </select>
    </span>
    <input
      #name
      class="input"
      dir="auto"
      autocomplete="off"
      maxlength="200"
      aria-label="Name"
      i18n-aria-label="@@asylum.whoName"
      [value]="who()?.name ?? ''"
      (input)="say(kind.value, name.value)"
      (blur)="field.left()"
    />
  `,
  host: {
    class: 'stack tight',
    role: 'group',
    '[attr.aria-labelledby]': 'field.labelId',
    '[attr.aria-describedby]': 'field.describedBy()',
  },
})
export class WhoField {
  readonly control = input.required<FormControl<RecipientInput | null>>();
  protected readonly field = inject(Field);
  protected readonly kinds = outsiderKinds();
  protected readonly who = controlValue(this.control);

  protected say(kind: string, name: string): void {
    this.control().setValue(name.trim() ? { kind, name: name.trim() } : null);
  }
}
