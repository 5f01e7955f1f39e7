import { Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Blur } from './platform/privacy/blur';
import { IdleLock } from './platform/session/idle-lock';
import { LockPage } from './platform/session/lock-page';
import { SessionStore } from './platform/session/session-store';
import { Unreachable } from './platform/session/unreachable';

/** The frame round every page: the demonstration's warning, the lock, and the blur. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, LockPage, Unreachable],
  template: `
    @if (session.demo()) {
      <aside class="demo" i18n="@@platform.demo">Demonstration: enter no real person</aside>
    }
    @if (session.unreachable()) {
      <app-unreachable />
    } @else if (session.state() === 'LOCKED') {
      <app-lock-page />
    } @else {
      <router-outlet />
    }
    @if (blur.on()) {
      <button type="button" class="veil" (click)="blur.lift()" i18n="@@platform.veil">Hidden. Press Esc or click to show.</button>
    }
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  protected readonly blur = inject(Blur);

  constructor() {
    inject(IdleLock).watch();
    effect(() => {
      document.documentElement.toggleAttribute('data-demo', this.session.demo());
    });
    void this.session.ready();
  }
}
