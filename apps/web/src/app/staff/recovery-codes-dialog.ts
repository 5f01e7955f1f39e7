import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { RecoveryCodes } from './recovery-codes';

/** New recovery codes, this once. */
@Component({
  selector: 'app-recovery-codes-dialog',
  imports: [RecoveryCodes],
  template: `
    <div class="dialog stack">
      <h2 id="dialog-title" i18n="@@staff.recoveryCodes">Recovery codes</h2>
      <app-recovery-codes [codes]="codes" />
      <div class="btns">
        <button type="button" class="btn primary" (click)="dialog.close()" i18n="@@staff.keptSafe">I have kept them</button>
      </div>
    </div>
  `,
})
export class RecoveryCodesDialog {
  protected readonly codes = inject<readonly string[]>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef>(DialogRef);
}
