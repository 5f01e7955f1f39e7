import { Component, computed, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import { LADDER, SINGLE_PERMISSIONS } from '@panah/domain/family/ladder';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';

type Said = readonly string[] | null | undefined;
const isStep = (code: string): boolean => (LADDER as readonly string[]).includes(code);

/** One step of the ladder, and what is allowed besides; no step stands for either permission (R-FL-04). Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-ladder-field',
  template: `
    @for (step of steps; track step.code) {
      <label class="choice">
        <input
          class="tick round"
          type="radio"
          [name]="field.id"
          [checked]="step.code === chosen()"
          (change)="say([step.code, ...permitted()])"
        />
        <span>{{ step.label }}</span>
      </label>
    }
    <p class="small muted" i18n="@@family.apart">Apart from it, each asked for by itself</p>
    @for (each of single; track each.code) {
      <label class="choice">
        <input class="tick" type="checkbox" [checked]="permitted().includes(each.code)" (change)="turn(each.code)" />
        <span>{{ each.label }}</span>
      </label>
    }
  `,
  host: {
    class: 'choices column',
    role: 'group',
    '[attr.aria-labelledby]': 'field.labelId',
    '[attr.aria-describedby]': 'field.describedBy()',
  },
})
export class LadderField {
  readonly control = input.required<FormControl<Said>>();
  protected readonly field = inject(Field);
  private readonly labels = choicesOf(consentScope);
  protected readonly steps = this.labels.filter(({ code }) => isStep(code));
  protected readonly single = this.labels.filter(({ code }) => (SINGLE_PERMISSIONS as readonly string[]).includes(code));
  private readonly said = controlValue<Said>(this.control);
  protected readonly chosen = computed(() => this.said()?.findLast(isStep) ?? null);
  protected readonly permitted = computed(() => (this.said() ?? []).filter((code) => !isStep(code)));

  protected say(scope: readonly string[]): void {
    // nothing at all leaves no room for a permission
    this.control().setValue(scope.includes('NOTHING') ? ['NOTHING'] : scope);
  }

  protected turn(code: string): void {
    const others = this.permitted().filter((each) => each !== code);
    const permitted = this.permitted().includes(code) ? others : [...others, code];
    this.say([...(this.chosen() ? [this.chosen() ?? ''] : []), ...permitted]);
  }
}
