import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';

/** One field that both changed. Values are already words for people. */
export interface StaleField {
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

export interface StaleEdit {
  fields: readonly StaleField[];
}

/** The names of the fields for which mine is kept; all others take what is saved. */
export interface StaleChoice {
  mine: readonly string[];
}

/** Somebody else saved first: both versions side by side, and the reader picks for each field. */
@Component({
  selector: 'app-stale-dialog',
  template: `
    <div class="dialog wide-dialog stack">
      <div>
        <h2 id="dialog-title" i18n="@@platform.staleTitle">Somebody else saved this meanwhile</h2>
        <p class="muted" i18n="@@platform.staleText">Take for each field what is right. Nothing is saved until you save again.</p>
      </div>
      <table class="versions">
        <thead>
          <tr>
            <th scope="col" i18n="@@platform.staleField">Field</th>
            <th scope="col" i18n="@@platform.staleMine">Yours</th>
            <th scope="col" i18n="@@platform.staleTheirs">Saved meanwhile</th>
          </tr>
        </thead>
        <tbody>
          @for (field of edit.fields; track field.name) {
            <tr>
              <th scope="row">{{ field.label }}</th>
              @for (side of sides; track side) {
                <td>
                  <label class="choice">
                    <input
                      class="tick round"
                      type="radio"
                      [name]="'stale-' + field.name"
                      [checked]="isMine(field.name) === (side === 'mine')"
                      (change)="take(field.name, side)"
                    />
                    <span dir="auto">{{ field[side] || '–' }}</span>
                  </label>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="button" class="btn primary" (click)="dialog.close({ mine: mine() })" i18n="@@platform.staleTake">Take these</button>
      </div>
    </div>
  `,
})
export class StaleDialog {
  protected readonly edit = inject<StaleEdit>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<StaleChoice>>(DialogRef);
  protected readonly sides = ['mine', 'theirs'] as const;
  protected readonly mine = signal<readonly string[]>(this.edit.fields.map((field) => field.name));

  protected isMine(name: string): boolean {
    return this.mine().includes(name);
  }

  protected take(name: string, side: 'mine' | 'theirs'): void {
    this.mine.update((mine) => [...mine.filter((each) => each !== name), ...(side === 'mine' ? [name] : [])]);
  }
}
