import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { kindWords } from './return-words';

/** The words that go with a return: a kind sentence for each reason that is ticked, until somebody writes their own. Stands in `app-field`. */
@Component({
  selector: 'app-return-words',
  imports: [FieldControl, ReactiveFormsModule],
  template: `<textarea appInput rows="6" dir="auto" maxlength="1000" [formControl]="control()"></textarea>`,
})
export class ReturnWordsField {
  readonly control = input.required<FormControl<string>>();
  protected readonly field = inject(Field);
  private readonly reasons = controlValue(computed(() => this.control().parent?.get('reasons') as FormControl<readonly string[]>));
  private proposed = '';

  constructor() {
    effect(() => {
      const words = kindWords(this.reasons() ?? []);
      untracked(() => this.propose(words));
    });
  }

  private propose(words: string): void {
    const { value } = this.control();
    if (!value || value === this.proposed) this.control().setValue(words);
    this.proposed = words;
  }
}
