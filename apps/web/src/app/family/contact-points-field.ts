import { Component, computed, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { RelativeContactInput } from '@panah/contracts/family-steps.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';
import { Icon } from '../platform/icon/icon';

const MOST = 6;

/** The ways by which somebody is reached: kind, number or address, and when and how one may use it. Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-contact-points',
  imports: [Icon],
  template: `
    @for (point of points(); track $index; let at = $index) {
      <div class="point">
        <span class="select">
          <select #kind class="input" aria-label="Way" i18n-aria-label="@@family.pointKind" (change)="change(at, { kind: kind.value })">
            @for (choice of kinds; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === point.kind">{{ choice.label }}</option>
            }
          </select>
        </span>
        <input
          #value
          class="input"
          dir="ltr"
          autocomplete="off"
          maxlength="200"
          aria-label="Number or address"
          i18n-aria-label="@@family.pointValue"
          [value]="point.value"
          (input)="change(at, { value: value.value })"
        />
        <button type="button" class="btn slim icon" aria-label="Remove" i18n-aria-label="@@family.pointRemove" (click)="remove(at)">
          <app-icon name="x" />
        </button>
        <input
          #rule
          class="input wide-line"
          dir="auto"
          autocomplete="off"
          maxlength="500"
          placeholder="When and how one may use it"
          i18n-placeholder="@@family.pointRule"
          aria-label="When and how one may use it"
          i18n-aria-label="@@family.pointRule"
          [value]="point.rule ?? ''"
          (input)="change(at, { rule: rule.value || null })"
        />
      </div>
    }
    @if (points().length < most) {
      <button type="button" class="btn slim" (click)="add()">
        <app-icon name="plus" /><span i18n="@@family.pointAdd">Add a way</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--s3);
    }
    .point {
      display: grid;
      grid-template-columns: minmax(0, 9rem) minmax(0, 1fr) auto;
      gap: var(--s2);
      align-items: center;
      inline-size: 100%;
    }
    .wide-line {
      grid-column: 1 / -1;
    }
  `,
  host: { role: 'group', '[attr.aria-labelledby]': 'field.labelId', '[attr.aria-describedby]': 'field.describedBy()' },
})
export class ContactPointsField {
  readonly control = input.required<FormControl<readonly RelativeContactInput[] | null>>();
  protected readonly field = inject(Field);
  protected readonly most = MOST;
  protected readonly kinds = choicesOf(contactChannel);
  private readonly value = controlValue(this.control);
  protected readonly points = computed<readonly RelativeContactInput[]>(() => this.value() ?? []);

  protected add(): void {
    this.control().setValue([...this.points(), { kind: this.kinds[0]?.code ?? '', value: '', rule: null }]);
  }

  protected change(index: number, part: Partial<RelativeContactInput>): void {
    this.control().setValue(this.points().map((point, at) => (at === index ? { ...point, ...part } : point)));
  }

  protected remove(index: number): void {
    this.control().setValue(this.points().filter((_point, at) => at !== index));
  }
}
