import { Component, computed, inject, input } from '@angular/core';
import { languageName } from '@panah/domain/vocabulary/languages';
import { Icon } from '../icon/icon';
import { readerLanguage } from '../reader/language';
import { LanguageLabel } from '../text/country-label';
import { Field } from './field';
import { heldValue } from './form-link';
import { languageChoices } from './place-choices';

/** Some languages of many, the one most at home first: what is chosen stands as chips, the rest in a menu. The value is a list of codes. Stands in `app-field`. */
@Component({
  selector: 'app-language-list',
  imports: [Icon, LanguageLabel],
  template: `
    @for (code of chosen.value(); track code) {
      <button type="button" class="chip on" [disabled]="chosen.disabled()" [attr.aria-label]="removal(code)" (click)="remove(code)">
        {{ code | languageLabel }}<app-icon name="x" />
      </button>
    }
    @if (chosen.value().length < most()) {
      <span class="select">
        <select
          #box
          class="input"
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy()"
          [disabled]="chosen.disabled()"
          (change)="add(box.value)"
          (blur)="left()"
        >
          <option value="" [selected]="true" i18n="@@platform.addLanguage">Add a language</option>
          @for (choice of others(); track choice.code) {
            <option [value]="choice.code">{{ choice.label }}</option>
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
  readonly most = input.required<number>();
  protected readonly field = inject(Field);
  protected readonly chosen = heldValue<readonly string[]>([]);
  private readonly all = languageChoices();
  protected readonly others = computed(() => this.all.filter(({ code }) => !this.chosen.value().includes(code)));

  protected removal(code: string): string {
    return $localize`:@@platform.removeLanguage:Remove ${languageName(code, readerLanguage())}:language:`;
  }

  protected add(code: string): void {
    if (code) this.chosen.say([...this.chosen.value(), code]);
  }

  protected remove(code: string): void {
    this.chosen.say(this.chosen.value().filter((each) => each !== code));
  }

  protected left(): void {
    this.field.left();
    this.chosen.left();
  }
}
