import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type NoteView, NoteVoidRefusalInput } from '@panah/contracts/notes.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NotesApi } from './notes.api';

/** A coordinator lets a note stand, and says why. */
@Component({
  selector: 'app-keep-note-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="keep()">
      <h2 id="dialog-title" i18n="@@notes.keepTitle">Keep this note?</h2>
      <app-field [form]="form" name="explanation" label="Why it stays" i18n-label="@@notes.keepWhy">
        <textarea appInput [formControl]="form.control('explanation')" rows="3" dir="auto" maxlength="500"></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@notes.keep">Keep</button>
      </div>
    </form>
  `,
})
export class KeepNoteDialog {
  private readonly note = inject<NoteView>(DIALOG_DATA);
  private readonly notes = inject(NotesApi);
  protected readonly dialog = inject<DialogRef<NoteView>>(DialogRef);
  protected readonly form = new ContractForm(NoteVoidRefusalInput, { explanation: '' });

  protected async keep(): Promise<void> {
    const note = await this.form.save((input, intent) => this.notes.refuseVoid(this.note.id, input, intent));
    if (note) this.dialog.close(note);
  }
}
