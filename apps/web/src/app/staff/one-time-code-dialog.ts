import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';

export interface HandedCode {
  code: string;
}

/** Shows a one-time code, this once, for handing over. */
@Component({
  selector: 'app-one-time-code-dialog',
  template: `
    <div class="dialog stack">
      <h2 id="dialog-title" i18n="@@staff.handOver">Hand this code over now</h2>
      <p class="code" dir="ltr" translate="no">{{ handed.code }}</p>
      <p class="muted" i18n="@@staff.handOverText">
        It works once, for 72 hours, at the address of this page followed by /activate. It is not shown again; if it is lost, make a new
        one. Give it in person or by telephone, not by mail.
      </p>
      <div class="btns">
        <button type="button" class="btn primary" (click)="dialog.close()" i18n="@@staff.handedOver">I have handed it over</button>
      </div>
    </div>
  `,
  styles: `
    .code {
      font-size: 1.5rem;
      line-height: 2rem;
      letter-spacing: 0.1em;
      text-align: center;
      user-select: all;
    }
  `,
})
export class OneTimeCodeDialog {
  protected readonly handed = inject<HandedCode>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef>(DialogRef);
}
