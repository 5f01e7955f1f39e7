import { NgComponentOutlet } from '@angular/common';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, DestroyRef, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { CAPABILITIES } from '../../capabilities';
import { Dialogs } from '../dialog/dialogs';
import { FinderDialog } from '../finder/finder-dialog';
import { Icon } from '../icon/icon';
import { Keys } from '../keys/keys';
import { KeysSheet } from '../keys/keys-sheet';
import { LanguageSwitch } from '../reader/language-switch';
import { ThemeSwitch } from '../reader/theme-switch';
import { IdleLock } from '../session/idle-lock';
import { SessionStore } from '../session/session-store';
import { NumberText } from '../text/number-text';
import { NavCounts } from './nav-counts';

const PHONE = 760;

/** Navigation, finder and lock round every signed-in page. */
@Component({
  selector: 'app-shell',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    CdkTrapFocus,
    Icon,
    LanguageSwitch,
    NgComponentOutlet,
    NumberText,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ThemeSwitch,
  ],
  templateUrl: './shell.html',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class Shell {
  protected readonly session = inject(SessionStore);
  protected readonly counts = inject(NavCounts);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly idle = inject(IdleLock);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly open = signal(false);
  protected readonly rooms = computed(() => CAPABILITIES.filter((each) => each.navLabel && this.session.may(each.word)));
  /** What rooms show at the top of every page. */
  protected readonly strips = resource({
    loader: () => Promise.all(CAPABILITIES.flatMap(({ strip, word }) => (strip && this.session.may(word) ? [strip()] : []))),
  });
  protected readonly hasFinder = computed(() => CAPABILITIES.some((each) => each.finder && this.session.may(each.word)));
  protected readonly hasSessions = CAPABILITIES.some((each) => each.path === 'sessions');

  constructor() {
    const bar = inject(MatSnackBar);
    inject(Keys).add('?', $localize`:@@platform.keysAll:All keys`, () => this.showKeys());
    // Locked or signed out: what floats goes with the page.
    inject(DestroyRef).onDestroy(() => {
      this.dialogs.closeAll();
      bar.dismiss();
    });
    this.moveFocusWithThePage();
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.open.set(false);
    if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || !this.hasFinder()) return;
    event.preventDefault();
    if (!event.repeat) this.find();
  }

  protected find(): void {
    this.dialogs.closeAll();
    void this.dialogs.open(FinderDialog, undefined, '12vh');
  }

  protected showKeys(): void {
    void this.dialogs.open(KeysSheet);
  }

  protected lock(): void {
    this.idle.lockNow();
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  /** A screen reader must hear that the page changed; a filter in the address is no new page. */
  private moveFocusWithThePage(): void {
    let path = this.router.url.split('?')[0];
    const arrivals = this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    );
    arrivals.subscribe((event) => {
      const next = event.urlAfterRedirects.split('?')[0];
      if (next !== path) this.content().nativeElement.focus({ preventScroll: true });
      if (next !== path && innerWidth <= PHONE) this.open.set(false);
      path = next;
    });
  }
}
