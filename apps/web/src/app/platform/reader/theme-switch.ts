import { Component, computed, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { keepTheme, keptTheme, type Theme } from './theme';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };
const ICON: Readonly<Record<Theme, IconName>> = { system: 'globe', dark: 'moon', light: 'sun' };

/** One button for three schemes: as the device, dark, light. */
@Component({
  selector: 'app-theme-switch',
  imports: [Icon],
  template: `<button type="button" class="btn slim quiet icon" [attr.aria-label]="label()" [title]="label()" (click)="turn()">
    <app-icon [name]="icon()" />
  </button>`,
})
export class ThemeSwitch {
  private readonly theme = signal(keptTheme());
  protected readonly icon = computed(() => ICON[this.theme()]);
  protected readonly label = computed(() => {
    if (this.theme() === 'dark') return $localize`:@@platform.themeDark:Colours: dark`;
    return this.theme() === 'light'
      ? $localize`:@@platform.themeLight:Colours: light`
      : $localize`:@@platform.themeSystem:Colours: as the device`;
  });

  protected turn(): void {
    this.theme.update((theme) => NEXT[theme]);
    keepTheme(this.theme());
  }
}
