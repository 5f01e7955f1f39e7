import { Component, inject, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import { languageName } from '@panah/domain/vocabulary/languages';
import { Field } from '../platform/form/field';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { LanguageLabel } from '../platform/text/country-label';
import { languageChoices } from '../platform/form/place-choices';

const MOST = 10;

/** Some languages of many, the one most at home first: what is chosen stands as chips, the rest in a menu. */
@Component({
  selector: 'app-language-list',
  imports: [Icon, LanguageLabel],
  template: `
    @for (code of chosen(); track code) {
      <button type="button" class="chip on" [attr.aria-label]="removal(code)" (click)="remove(code)">
        {{ code | languageLabel }}<app-icon name="x" />
      </button>
    }
    @if (chosen().length < most) {
      <span class="select">
        <select
          #box
          class="input"
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy()"
          (change)="add(box.value); box.value = ''"
          (blur)="field.left()"
        >
          <option value="" i18n="@@intake.addLanguage">Add a language</option>
          @for (choice of all; track choice.code) {
            <option [value]="choice.code" [disabled]="chosen().includes(choice.code)">{{ choice.label }}</option>
          }
        </select>
      </span>
    }
  `,
  styles: `
    .select {
      flex: 1 1 10rem;
    }
  `,
  host: { class: 'btns' },
})
export class LanguageList {
  readonly control = input.required<FormControl<string[] | undefined>>();
  protected readonly field = inject(Field);
  protected readonly most = MOST;
  protected readonly all = languageChoices();

  protected chosen(): readonly string[] {
    return this.control().value ?? [];
  }

  protected removal(code: string): string {
    return $localize`:@@intake.removeLanguage:Remove ${languageName(code, readerLanguage())}:language:`;
  }

  protected add(code: string): void {
    if (code) this.control().setValue([...this.chosen(), code]);
  }

  protected remove(code: string): void {
    this.control().setValue(this.chosen().filter((each) => each !== code));
  }
}
