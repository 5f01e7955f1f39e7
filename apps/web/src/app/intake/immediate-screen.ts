import { Component, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { ImmediateAnswers } from '@panah/contracts/intake-steps.contract';
import { immediateScreen, type ImmediateQuestion, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { choicesOf } from '../platform/form/choices';

/** The eight questions about tonight and the next days. One that was not asked has no answer. */
@Component({
  selector: 'app-immediate-screen',
  template: `
    @for (question of questions; track question.code) {
      <fieldset class="field">
        <legend class="label">{{ question.label }}</legend>
        <div class="choices">
          @for (answer of answers; track answer.code) {
            <label class="choice">
              <input
                class="tick round"
                type="radio"
                [name]="'screen-' + question.code"
                [checked]="said(question.code) === answer.code"
                (change)="say(question.code, answer.code)"
              />
              <span>{{ answer.label }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
  `,
  host: { class: 'form' },
})
export class ImmediateScreen {
  readonly control = input.required<FormControl<ImmediateAnswers>>();
  protected readonly questions = choicesOf(immediateScreen);
  protected readonly answers = choicesOf(yesNoUnknown);

  protected said(question: string): string | null {
    return this.control().value[question as ImmediateQuestion] ?? null;
  }

  protected say(question: string, answer: string): void {
    this.control().setValue({ ...this.control().value, [question]: answer });
  }
}
