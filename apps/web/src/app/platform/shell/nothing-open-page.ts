import { Component } from '@angular/core';

@Component({
  selector: 'app-nothing-open-page',
  template: `
    <div class="empty">
      <h1 i18n="@@platform.nothingOpen">Nothing is open to you yet</h1>
      <p i18n="@@platform.nothingOpenText">Your account has no work assigned. Ask your coordinator to confirm your role.</p>
    </div>
  `,
})
export class NothingOpenPage {}
