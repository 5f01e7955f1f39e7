import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { CaseDocumentEditInput, type CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentType } from '@panah/domain/vocabulary/documents';
import { DateInput } from '../platform/dates/date-input';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { saysCode, StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { DateWords } from '../platform/dates/date-words';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { DocumentsApi } from './documents.api';
import { FIELD_TEXTS } from './documents.texts';

const LABELS = {
  type: $localize`:@@documents.type:What it is`,
  title: $localize`:@@documents.title:Title`,
  receivedOn: $localize`:@@documents.receivedOn:Received on`,
  validTo: $localize`:@@documents.validTo:Valid until`,
  language: $localize`:@@documents.language:Language`,
};

/** Puts right what is told of a document; its bytes stay as they are. */
@Component({
  selector: 'app-document-edit',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, TogetherNote],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@documents.editTitle">Edit document</h2>
      <app-field [form]="form" name="type" [label]="labels.type">
        <span class="select">
          <select appInput [formControl]="form.control('type')">
            @for (choice of types; track choice.code) {
              <option [value]="choice.code">{{ choice.label }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="title" [label]="labels.title">
        <input appInput dir="auto" autocomplete="off" maxlength="120" [formControl]="form.control('title')" />
      </app-field>
      <app-field [form]="form" name="receivedOn" [label]="labels.receivedOn">
        <app-date-input [formControl]="form.control('receivedOn')" />
      </app-field>
      <app-field [form]="form" name="validTo" [label]="labels.validTo" [optional]="true">
        <app-date-input [formControl]="form.control('validTo')" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <app-together [form]="form" />
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" i18n="@@documents.saveEdit">Save</button>
      </div>
    </form>
  `,
})
export class DocumentEdit {
  private readonly before = inject<CaseDocumentView>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<CaseDocumentView>>(DialogRef);
  private readonly api = inject(DocumentsApi);
  private readonly stale = inject(StaleEdits);
  private readonly days = inject(DateWords);
  private version = this.before.version;
  protected readonly labels = LABELS;
  protected readonly types = choicesOf(documentType);
  protected readonly form = new ContractForm<CaseDocumentEditInput>(CaseDocumentEditInput, shapeOf(this.before), { texts: FIELD_TEXTS });

  protected async save(): Promise<void> {
    const saved = await this.form.save((input) => this.api.edit(this.before.id, input, this.version));
    if (saved) this.dialog.close(saved);
    else await this.settle();
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const read = () => this.api.read(this.before.id);
    const says = {
      type: saysCode(documentType),
      receivedOn: (day: string) => this.days.say(day, 'day'),
      validTo: (day?: string) => (day ? this.days.say(day, 'day') : ''),
    };
    const now = await this.stale.meet(this.form, { read, shape: shapeOf, labels: LABELS, says });
    if (now) this.version = now.version;
  }
}

function shapeOf({ type, title, receivedOn, validTo, language }: CaseDocumentView): CaseDocumentEditInput {
  return { type, title, receivedOn, validTo: validTo as string, language: language as string };
}
