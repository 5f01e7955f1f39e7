import { Component } from '@angular/core';
import type { SpokenLanguageInput } from '@panah/contracts/clients.contract';
import { languageLevel } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { languageChoices } from '../platform/form/place-choices';
import { ListField } from './list-field';

/** The languages a person has, each with its level and whether they speak and read it. */
@Component({
  selector: 'app-languages-field',
  imports: [Icon],
  template: `
    @for (line of lines(); track $index) {
      <div class="line">
        <span class="select">
          <select #code class="input" [attr.aria-label]="languageWord" (change)="change($index, { code: code.value })">
            @for (choice of languages; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === line.code">{{ choice.label }}</option>
            }
          </select>
        </span>
        <span class="select">
          <select #level class="input" [attr.aria-label]="levelWord" (change)="change($index, { level: level.value || undefined })">
            <option value="" i18n="@@clients.levelUnknown">Level not known</option>
            @for (choice of levels; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === line.level">{{ choice.label }}</option>
            }
          </select>
        </span>
        <label class="choice"
          ><input type="checkbox" class="tick" [checked]="line.speaks" (change)="change($index, { speaks: !line.speaks })" /><span
            i18n="@@clients.speaks"
            >speaks</span
          ></label
        >
        <label class="choice"
          ><input type="checkbox" class="tick" [checked]="line.reads" (change)="change($index, { reads: !line.reads })" /><span
            i18n="@@clients.reads"
            >reads</span
          ></label
        >
        <button type="button" class="btn slim icon" [attr.aria-label]="removeWord" (click)="remove($index)"><app-icon name="x" /></button>
      </div>
    }
    <div class="line">
      <button type="button" class="btn slim" (click)="take([...lines(), { code: 'fa', speaks: true, reads: true }])">
        <app-icon name="plus" /><span i18n="@@clients.addLanguage">Add a language</span>
      </button>
    </div>
  `,
  styles: '.line { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center }',
})
export class LanguagesField extends ListField<SpokenLanguageInput> {
  protected readonly languages = languageChoices();
  protected readonly levels = choicesOf(languageLevel);
  protected readonly languageWord = $localize`:@@clients.language:Language`;
  protected readonly levelWord = $localize`:@@clients.level:Level`;
  protected readonly removeWord = $localize`:@@clients.removeLine:Remove this line`;
}
