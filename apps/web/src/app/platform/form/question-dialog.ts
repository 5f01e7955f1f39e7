import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ContractForm } from './contract-form';
import { FieldWords } from './field-words';
import { DialogFoot } from './dialog-foot';
import { FormElement } from './form-element';
import { beginning, type FormQuestion } from './form-question';
import { QuestionField } from './question-field';
import { StaleEdits } from './stale-edits';

type Given = Record<string, unknown>;

/**
 * Draws a question, sends the answer, and closes with what came of it. A refusal leaves it open, with the words kept; with unsaved words it
 * does not close by itself; where somebody else saved first, both versions are put together.
 */
@Component({
  selector: 'app-question-dialog',
  imports: [DialogFoot, FormElement, QuestionField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="answer()">
      <div>
        <h2 id="dialog-title">{{ question.title }}</h2>
        @if (question.text; as text) {
          <p class="muted" dir="auto">{{ text }}</p>
        }
      </div>
      @for (field of question.fields; track field.name) {
        <app-question-field [form]="form" [field]="field" />
      }
      <app-dialog-foot [form]="form" [act]="act" [danger]="question.danger ?? false" />
    </form>
  `,
})
export class QuestionDialog {
  protected readonly question = inject<FormQuestion<unknown, Given>>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  private readonly stale = inject(StaleEdits);
  private readonly words = inject(FieldWords);

  protected readonly act = this.question.act ?? $localize`:@@platform.save:Save`;
  protected readonly form = new ContractForm<Given>(this.question.contract, beginning(this.question.fields, this.question.start), {
    texts: this.question.texts,
  });
  private version = this.question.version ?? 0;

  constructor() {
    this.form.group.valueChanges.subscribe(() => (this.dialog.disableClose = true));
  }

  protected async answer(): Promise<void> {
    const done = await this.form.save((value, intent) => this.question.send(this.sent(value), intent, this.version));
    if (done) this.dialog.close(done);
    else await this.settle();
  }

  private sent(value: Given): Given {
    if (!this.question.onlyGiven) return value;
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined));
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(): Promise<void> {
    const { fields, meanwhile } = this.question;
    if (!meanwhile) return;
    const now = await this.stale.meet(this.form, {
      read: () => meanwhile.call(this.question),
      shape: ({ start }) => beginning(fields, start),
      labels: Object.fromEntries(fields.map(({ name, label }) => [name, label])),
      says: Object.fromEntries(fields.map((field) => [field.name, (value: unknown) => this.words.say(field, value)])),
    });
    if (now) this.version = now.version;
  }
}
