import { Component, input } from '@angular/core';
import { Icon } from '../platform/icon/icon';

/** Ten codes for the day the telephone is lost. They are shown once. */
@Component({
  selector: 'app-recovery-codes',
  imports: [Icon],
  template: `
    <div class="stack">
      <p i18n="@@staff.recoveryText">
        Each of these opens the door once, in the place of the authenticator. They are not shown again: print or write them down, and keep
        them apart from your telephone.
      </p>
      <ul class="codes" dir="ltr" translate="no">
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ul>
      <div>
        <button type="button" class="btn" (click)="print()"><app-icon name="print" /><span i18n="@@staff.print">Print</span></button>
      </div>
    </div>
  `,
  styles: `
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
      gap: var(--s2) var(--s4);
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.05em;
    }
  `,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();

  protected print(): void {
    window.print();
  }
}
