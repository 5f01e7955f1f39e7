import { Component, inject } from '@angular/core';
import { SessionStore } from './session-store';

@Component({
  selector: 'app-unreachable',
  template: `
    <main class="door">
      <div class="card" role="alert">
        <h1 i18n="@@platform.unreachable">The server cannot be reached</h1>
        <p i18n="@@platform.unreachableText">Nothing is lost. Check the connection, then try again.</p>
        <button type="button" class="btn primary" (click)="session.refresh()" i18n="@@platform.tryAgain">Try again</button>
      </div>
    </main>
  `,
})
export class Unreachable {
  protected readonly session = inject(SessionStore);
}
