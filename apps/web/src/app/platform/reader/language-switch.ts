import { Component, inject, input } from '@angular/core';
import { Api } from '../http/api';
import { SessionStore } from '../session/session-store';
import { type Language, readerLanguage, switchLanguage } from './language';

/** Each language is named in itself; the choice loads the page anew, and the account of whoever is signed in remembers it. */
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
  private readonly session = inject(SessionStore);
  private readonly api = inject(Api);
  protected readonly language = readerLanguage();

  protected async choose(language: Language): Promise<void> {
    if (language === this.language) return;
    if (this.session.state() === 'OPEN') await this.remember(language);
    switchLanguage(language);
  }

  /** The page changes its language even when the account cannot be told. */
  private async remember(language: Language): Promise<void> {
    await this.api.post('/api/account/language', { language }).catch(() => undefined);
  }
}
