import { computed, Directive, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';

/** What the fields that hold several lines have in common with a form: lines in, lines out. */
@Directive({
  host: {
    class: 'stack tight',
    role: 'group',
    '[attr.aria-labelledby]': 'field.labelId',
    '[attr.aria-describedby]': 'field.describedBy()',
  },
})
export class ListField<T> {
  readonly control = input.required<FormControl<readonly T[] | null>>();
  protected readonly field = inject(Field);
  private readonly value = controlValue(this.control);
  protected readonly lines = computed<readonly T[]>(() => this.value() ?? []);

  protected take(lines: readonly T[]): void {
    this.control().setValue(lines);
  }

  protected change(index: number, part: Partial<T>): void {
    this.take(this.lines().map((line, at) => (at === index ? { ...line, ...part } : line)));
  }

  protected remove(index: number): void {
    this.take(this.lines().filter((_line, at) => at !== index));
  }
}
