import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { Keys } from './keys';

/** All keys of this screen, and the switch that turns single keys off. */
@Component({
  selector: 'app-keys-sheet',
  template: `
    <div class="dialog stack">
      <h2 id="dialog-title" i18n="@@platform.keys">Keys</h2>
      <dl class="pairs">
        <div>
          <dt i18n="@@platform.keyFind">Find a person or case</dt>
          <dd dir="ltr"><kbd>Ctrl</kbd> <kbd>K</kbd></dd>
        </div>
        @for (key of keys.all(); track key) {
          <div>
            <dt>{{ key.label }}</dt>
            <dd dir="ltr">
              <kbd>{{ key.key }}</kbd>
            </dd>
          </div>
        }
        <div>
          <dt i18n="@@platform.keyMove">Move in a list, open</dt>
          <dd dir="ltr"><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd></dd>
        </div>
        <div>
          <dt i18n="@@platform.keySave">Save or send</dt>
          <dd dir="ltr"><kbd>Ctrl</kbd> <kbd>Enter</kbd></dd>
        </div>
        <div>
          <dt i18n="@@platform.keyBlur">Blur the page</dt>
          <dd dir="ltr"><kbd>Esc</kbd> <kbd>Esc</kbd></dd>
        </div>
      </dl>
      <label class="choice">
        <input class="tick" type="checkbox" [checked]="keys.on()" (change)="keys.switch(!keys.on())" />
        <span i18n="@@platform.keysOn">Single keys are on</span>
      </label>
      <div class="btns"><button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.close">Close</button></div>
    </div>
  `,
})
export class KeysSheet {
  protected readonly keys = inject(Keys);
  protected readonly dialog = inject(DialogRef);
}
