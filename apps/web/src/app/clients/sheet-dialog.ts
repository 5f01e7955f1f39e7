import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, effect, inject } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import type { ClientView } from '@panah/contracts/clients.contract';
import { DateInput } from '../platform/dates/date-input';
import { PartialDateControl } from '../platform/dates/partial-date';
import { Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { FIELD_TEXTS } from './client.texts';
import { HoursField } from './hours-field';
import { LanguagesField } from './languages-field';
import { NationalitiesField } from './nationalities-field';
import { fieldWords } from './field-words';
import type { Sheet } from './sheet';

/** Draws one sheet, saves it, and closes with the file as it then stands. With unsaved words it does not close by itself. */
@Component({
  selector: 'app-sheet-dialog',
  imports: [
    Choices,
    DateInput,
    Field,
    FieldControl,
    FormElement,
    HoursField,
    LanguagesField,
    NationalitiesField,
    PartialDateControl,
    ProblemNotice,
    ReactiveFormsModule,
    TogetherNote,
  ],
  templateUrl: './sheet-dialog.html',
})
export class SheetDialog {
  protected readonly sheet = inject<Sheet>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ClientView>>(DialogRef);
  private readonly stale = inject(StaleEdits);

  protected readonly form = new ContractForm<Record<string, unknown>>(
    this.sheet.contract as never,
    { ...this.sheet.start },
    { texts: FIELD_TEXTS },
  );
  private version = this.sheet.version;

  constructor() {
    effect(() => (this.dialog.disableClose = this.form.dirty()));
  }

  protected control(name: string): FormControl {
    return this.form.control(name);
  }

  protected async save(): Promise<void> {
    const saved = await this.form.save((value, intent) => this.sheet.send(value, this.version, intent));
    if (saved) this.dialog.close(saved);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const theirs = await this.sheet.meanwhile?.();
    if (!theirs) return;
    const labels = Object.fromEntries(this.sheet.fields.map(({ name, label }) => [name, label]));
    if (!(await this.stale.settle(this.form, theirs.start as Record<string, unknown>, labels, this.says()))) return;
    this.version = theirs.version;
  }

  /** Values in words, where both versions are shown. */
  private says(): Record<string, (value: unknown) => string> {
    return Object.fromEntries(this.sheet.fields.map((field) => [field.name, (value) => fieldWords(field, value)]));
  }
}
