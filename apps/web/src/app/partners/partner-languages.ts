import { Component, computed, inject, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { LANGUAGES, languageName } from '@panah/domain/vocabulary/languages';
import { Field } from '../platform/form/field';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { LanguageLabel } from '../platform/text/country-label';

const MOST = 20;

/** Some languages of many: what is chosen stands as chips, the rest in a menu. The value is a list of codes. */
@Component({
  selector: 'app-partner-languages',
  imports: [Icon, LanguageLabel],
  template: `
    @for (code of chosen(); track code) {
      <button type="button" class="chip on" [disabled]="disabled()" [attr.aria-label]="removal(code)" (click)="remove(code)">
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
          [disabled]="disabled()"
          (change)="add(box.value)"
          (blur)="left()"
        >
          <option value="" [selected]="true" i18n="@@partners.addLanguage">Add a language</option>
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
export class PartnerLanguages implements ControlValueAccessor {
  protected readonly field = inject(Field);
  protected readonly most = MOST;
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly disabled = signal(false);
  protected readonly others = computed(() =>
    LANGUAGES.filter((code) => !this.chosen().includes(code)).map((code) => ({ code, label: languageName(code, readerLanguage()) })),
  );
  private tell: (codes: readonly string[]) => void = () => undefined;
  private tellLeft: () => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(codes: readonly string[] | null): void {
    this.chosen.set(codes ?? []);
  }

  registerOnChange(tell: (codes: readonly string[]) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tellLeft: () => void): void {
    this.tellLeft = tellLeft;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected removal(code: string): string {
    return $localize`:@@partners.removeLanguage:Remove ${languageName(code, readerLanguage())}:language:`;
  }

  protected add(code: string): void {
    if (code) this.choose([...this.chosen(), code]);
  }

  protected remove(code: string): void {
    this.choose(this.chosen().filter((each) => each !== code));
  }

  protected left(): void {
    this.field.left();
    this.tellLeft();
  }

  private choose(codes: readonly string[]): void {
    this.chosen.set(codes);
    this.tell(codes);
  }
}
