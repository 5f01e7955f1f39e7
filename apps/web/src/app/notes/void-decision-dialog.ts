import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type NoteView, NoteVoidConfirmationInput } from '@panah/contracts/notes.contract';
import { noteVoidReason } from '@panah/domain/vocabulary/notes';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NOTE_FIELD_TEXTS } from './note-words';
import { NotesApi } from './notes.api';

/** A coordinator voids a note, and says into which file its text goes in the same act. Closes with the note as it then stands. */
@Component({
  selector: 'app-void-decision-dialog',
  imports: [CodeLabel, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="confirm()">
      <div>
        <h2 id="dialog-title" i18n="@@notes.voidTitle">Void this note?</h2>
        <p class="muted" i18n="@@notes.voidText">
          The author's reason: {{ note.voidReason | codeLabel: reasons }}. Its text closes for everyone, for good. The line stays.
        </p>
      </div>
      @if (movable) {
        <app-field
          [form]="form"
          name="moveToCaseRef"
          label="Reference of the right file"
          i18n-label="@@notes.moveTo"
          hint="The text then goes there in the same act, with its author and time."
          i18n-hint="@@notes.moveToHint"
          [optional]="true"
        >
          <input appInput class="ref" dir="ltr" autocomplete="off" [formControl]="form.control('moveToCaseRef')" />
        </app-field>
      }
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn danger" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@notes.void">Void</button>
      </div>
    </form>
  `,
})
export class VoidDecisionDialog {
  protected readonly note = inject<NoteView>(DIALOG_DATA);
  private readonly notes = inject(NotesApi);
  protected readonly dialog = inject<DialogRef<NoteView>>(DialogRef);
  protected readonly reasons = noteVoidReason;
  protected readonly movable = this.note.class !== 'SEALED' && this.note.type !== 'CORRECTION';
  protected readonly form = new ContractForm(NoteVoidConfirmationInput, { moveToCaseRef: '' }, { texts: NOTE_FIELD_TEXTS });

  protected async confirm(): Promise<void> {
    const note = await this.form.save((input, intent) => this.notes.confirmVoid(this.note.id, input, intent));
    if (note) this.dialog.close(note);
  }
}
