import { Component, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { FamilyMessageTextInput, type FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { directionOf } from '@panah/domain/vocabulary/languages';
import { ReactiveFormsModule } from '@angular/forms';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { MessagesApi } from './messages.api';
import { MESSAGE_RULES } from './messages.texts';

/** Words in one language, to be written: the message by whoever wrote it, or its translation by whoever translates. Nobody else has this field. */
@Component({
  selector: 'app-message-words',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    @let words = form();
    <form class="stack" [appForm]="words" (appSave)="save()">
      <app-field [form]="words" name="body" [label]="label()">
        <textarea
          appInput
          rows="9"
          maxlength="4000"
          [attr.lang]="language()"
          [dir]="direction(language())"
          [formControl]="words.control('body')"
        ></textarea>
      </app-field>
      @if (words.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="submit" class="btn primary" [attr.aria-disabled]="words.saving() ? true : null">{{ act() }}</button>
      </div>
    </form>
  `,
})
export class MessageWords {
  readonly message = input.required<FamilyMessageView>();
  /** What is written here: the message, or its translation. */
  readonly what = input.required<'BODY' | 'TRANSLATION'>();
  readonly label = input.required<string>();
  readonly act = input.required<string>();
  readonly language = input.required<string>();
  readonly saved = output<FamilyMessageView>();

  private readonly api = inject(MessagesApi);
  protected readonly direction = directionOf;
  protected readonly form = linkedSignal({
    source: () => this.message().id,
    // a form judges itself as it is made, which writes signals of its own
    computation: () => untracked(() => this.formOf(this.message())),
  });

  private formOf({ body, translation }: FamilyMessageView): ContractForm<FamilyMessageTextInput> {
    const start = { body: this.what() === 'BODY' ? body : (translation ?? '') };
    return new ContractForm<FamilyMessageTextInput>(FamilyMessageTextInput, start, { texts: MESSAGE_RULES });
  }

  unsaved(): boolean {
    return this.form().dirty();
  }

  protected async save(): Promise<void> {
    const message = this.message();
    const saved = await this.form().save((input, intent) =>
      this.what() === 'BODY' ? this.api.rewrite(message, input) : this.api.step(message.id, 'translation', input, intent),
    );
    if (saved) this.saved.emit(saved);
  }
}
