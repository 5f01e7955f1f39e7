import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QrView } from '@panah/contracts/account.contract';

/** Cells a camera needs around the code to find it. */
const MARGIN = 4;

/** A QR code, drawn from the rows the server sent: no picture is loaded or made. Dark on light in the dark theme too. */
@Component({
  selector: 'app-qr',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      role="img"
      [attr.viewBox]="box()"
      aria-label="QR code for the authenticator"
      i18n-aria-label="@@staff.qr"
      shape-rendering="crispEdges"
    >
      <rect class="light" width="100%" height="100%" />
      <path class="dark" [attr.d]="cells()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      inline-size: min(14rem, 100%);
      margin-inline: auto;
    }
    svg {
      display: block;
      inline-size: 100%;
    }
    .light {
      fill: #fff;
    }
    .dark {
      fill: #000;
    }
  `,
})
export class Qr {
  readonly code = input.required<QrView>();
  protected readonly box = computed(() => `0 0 ${this.code().size + 2 * MARGIN} ${this.code().size + 2 * MARGIN}`);
  protected readonly cells = computed(() =>
    this.code()
      .rows.flatMap((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')))
      .join(''),
  );
}
