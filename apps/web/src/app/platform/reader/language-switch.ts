import { Component, input } from '@angular/core';
import { type Language, readerLanguage, switchLanguage } from './language';

/** Each language is named in itself; the choice loads the page anew. */
@Component({
  selector: 'app-language-switch',
  template: `
    <div class="segments slim" role="group" aria-label="Language" i18n-aria-label="@@platform.language">
      <button
        type="button"
        lang="en"
        translate="no"
        [attr.aria-label]="short() ? 'EN, English' : null"
        [attr.aria-pressed]="language === 'en'"
        (click)="choose('en')"
      >
        {{ short() ? 'EN' : 'English' }}
      </button>
      <button
        type="button"
        lang="fa"
        translate="no"
        [attr.aria-label]="short() ? 'فا، فارسی' : null"
        [attr.aria-pressed]="language === 'fa'"
        (click)="choose('fa')"
      >
        {{ short() ? 'فا' : 'فارسی' }}
      </button>
    </div>
  `,
})
export class LanguageSwitch {
  readonly short = input(false);
  protected readonly language = readerLanguage();

  protected choose(language: Language): void {
    if (language !== this.language) switchLanguage(language);
  }
}
