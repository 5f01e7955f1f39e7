import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, type Type } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { recipientKind } from '@panah/domain/vocabulary/consents';
import { PaperChoice } from '../documents/paper-choice.part';
import { DateInput } from '../platform/dates/date-input';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import type { Act } from './act';
import { ASYLUM_PROBLEMS, textsFor } from './asylum.texts';

type Given = Record<string, unknown>;

/** Asks what an act needs, does it, and closes with what the server answered. What it refuses stands beside its field. */
@Component({
  selector: 'app-act-dialog',
  imports: [Choices, DateInput, Field, FieldControl, FormElement, PaperChoice, ProblemNotice, ReactiveFormsModule],
  templateUrl: './act-dialog.html',
  styles: '.who-row { display: grid; gap: var(--s2) }',
})
export class ActDialog {
  protected readonly act = inject<Act>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  protected readonly whoKinds = choicesOf(recipientKind).filter(({ code }) => code !== 'PARTNER');
  protected readonly form = new ContractForm<Given>(
    this.act.contract as Type<Given>,
    { ...this.act.start },
    { texts: textsFor(this.act.fields.map(({ name }) => name)) },
  );

  constructor() {
    inject(ProblemTexts).add(ASYLUM_PROBLEMS);
  }

  protected control(name: string): FormControl {
    return this.form.control(name) as FormControl;
  }

  protected setWho(kind: string, name: string): void {
    this.control('who').setValue(name.trim() ? { kind, name: name.trim() } : null);
  }

  protected whoIs(part: 'kind' | 'name'): string {
    return (this.control('who').value as Record<string, string> | null)?.[part] ?? '';
  }

  protected async take(): Promise<void> {
    const done = await this.form.save((value, intent) => this.act.send(said(value), intent));
    if (done) this.dialog.close(done);
  }
}

/** What was left empty is not sent. */
const said = (value: Given): object =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== '' && each !== undefined));
