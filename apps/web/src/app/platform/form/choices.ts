import { Component, inject, input, signal } from '@angular/core';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { readerLanguage } from '../reader/language';
import { Field } from './field';
import { formLink } from './form-link';

export interface Choice {
  code: string;
  label: string;
}

/** A code list as choices, in the reader's language. */
export const choicesOf = (list: CodeList<string>): readonly Choice[] =>
  list.codes.map((code) => ({ code, label: list.label(code, readerLanguage()) }));

/** One of a few (the value is a code or null), or any of them with `[many]="true"` (the value is a list of codes); all visible. Stands in `app-field [group]="true"`. */
@Component({
  selector: 'app-choices',
  template: `
    @for (choice of choices(); track choice.code) {
      <label class="choice">
        <input
          class="tick"
          [class.round]="!many()"
          [type]="many() ? 'checkbox' : 'radio'"
          [name]="field.id"
          [checked]="has(choice.code)"
          [disabled]="disabled()"
          [attr.aria-invalid]="field.errors().length ? true : null"
          (change)="choose(choice.code)"
        />
        <span>{{ choice.label }}</span>
      </label>
    }
  `,
  host: {
    class: 'choices',
    '[attr.role]': 'many() ? "group" : "radiogroup"',
    '[attr.aria-labelledby]': 'field.labelId',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[class.column]': 'column()',
    '(focusout)': 'left($event)',
  },
})
export class Choices {
  readonly choices = input.required<readonly Choice[]>();
  readonly many = input(false);
  readonly column = input(false);

  protected readonly field = inject(Field);
  private readonly chosen = signal<readonly string[]>([]);
  private readonly link = formLink<string | readonly string[] | null>((value) =>
    this.chosen.set(typeof value === 'string' ? [value] : (value ?? [])),
  );
  protected readonly disabled = this.link.disabled;

  protected has(code: string): boolean {
    return this.chosen().includes(code);
  }

  protected choose(code: string): void {
    const others = this.chosen().filter((each) => each !== code);
    if (this.many()) this.chosen.set(this.has(code) ? others : [...others, code]);
    else this.chosen.set([code]);
    this.link.tell(this.many() ? this.chosen() : code);
  }

  /** From one choice to the next is not left. */
  protected left({ currentTarget, relatedTarget }: FocusEvent): void {
    if ((currentTarget as Element).contains(relatedTarget as Node | null)) return;
    this.field.left();
    this.link.left();
  }
}
