import { Directive, inject, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
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
export class ListField<T> implements ControlValueAccessor {
  protected readonly field = inject(Field);
  protected readonly lines = signal<readonly T[]>([]);
  private tell: (lines: readonly T[]) => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(lines: readonly T[] | null): void {
    this.lines.set(lines ?? []);
  }

  registerOnChange(tell: (lines: readonly T[]) => void): void {
    this.tell = tell;
  }

  registerOnTouched(): void {
    // a line is judged when the sheet is saved
  }

  protected take(lines: readonly T[]): void {
    this.lines.set(lines);
    this.tell(lines);
  }

  protected change(index: number, part: Partial<T>): void {
    this.take(this.lines().map((line, at) => (at === index ? { ...line, ...part } : line)));
  }

  protected remove(index: number): void {
    this.take(this.lines().filter((_line, at) => at !== index));
  }
}
