import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FamilyMessageTextInput, type FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { directionOf } from '@panah/domain/vocabulary/languages';
import { ReactiveFormsModule } from '@angular/forms';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { MessagesApi } from './messages.api';
import { MESSAGE_RULES } from './messages.texts';

/** Words in one language, to be written: the message by whoever wrote it, or its translation by whoever translates. Nobody else has this field. */
@Component({
  selector: 'app-message-words',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="stack" [appForm]="form" (appSave)="save()">
      <app-field [form]="form" name="body" [label]="label()">
        <textarea
          appInput
          rows="9"
          maxlength="4000"
          [attr.lang]="language()"
          [dir]="direction(language())"
          [formControl]="form.control('body')"
        ></textarea>
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null">{{ act() }}</button>
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
  private readonly stale = inject(StaleEdits);
  protected readonly direction = directionOf;
  protected readonly form = new ContractForm<FamilyMessageTextInput>(FamilyMessageTextInput, { body: '' }, { texts: MESSAGE_RULES });
  private readonly id = computed(() => this.message().id);

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.form.reset({ body: this.written() }));
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  /** False where the words could not be saved; they still stand here. */
  async save(): Promise<boolean> {
    const message = this.message();
    const saved = await this.form.save((input, intent) =>
      this.what() === 'BODY' ? this.api.rewrite(message, input) : this.api.step(message.id, 'translation', input, intent),
    );
    if (saved) this.saved.emit(saved);
    if (!saved && this.what() === 'BODY') await this.settle(message.id);
    return saved !== null;
  }

  private written(): string {
    const { body, translation } = this.message();
    return this.what() === 'BODY' ? body : (translation ?? '');
  }

  /** The same writer was faster elsewhere: both versions are shown, and what is chosen is saved over it. */
  private async settle(id: string): Promise<void> {
    const now = await this.stale.meet(this.form, {
      read: () => this.api.read(id),
      shape: ({ body }) => ({ body }),
      labels: { body: this.label() },
    });
    if (now) this.saved.emit(now);
  }
}
