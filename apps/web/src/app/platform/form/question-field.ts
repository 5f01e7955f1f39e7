import { NgComponentOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { DateInput } from '../dates/date-input';
import { MomentInput } from '../dates/moment-input';
import { PartialDateControl } from '../dates/partial-date';
import { Choices } from './choices';
import type { ContractForm } from './contract-form';
import { Field } from './field';
import { FieldControl, Tick } from './field-control';
import type { OwnField, QuestionField as Asked } from './form-question';
import { SeveralTexts } from './several-texts';
import { YesNo } from './yes-no';

/** Any form over a contract: which of its fields there are, the question says. */
export type AnyForm = Pick<ContractForm<object>, 'brokenRule' | 'refusedRules' | 'ownTexts' | 'touched' | 'bounds'> & {
  control(name: never): FormControl;
};

const GROUPS: ReadonlySet<Asked['kind']> = new Set(['choice', 'checks', 'check', 'yes-no', 'moment']);

/** Draws one line of a question: its label, the control of its kind, its hint and what is wrong with it. */
@Component({
  selector: 'app-question-field',
  imports: [
    Choices,
    DateInput,
    Field,
    FieldControl,
    MomentInput,
    NgComponentOutlet,
    PartialDateControl,
    ReactiveFormsModule,
    SeveralTexts,
    Tick,
    YesNo,
  ],
  templateUrl: './question-field.html',
  styles: ':host { display: contents }',
})
export class QuestionField {
  readonly form = input.required<AnyForm>();
  readonly field = input.required<Asked>();

  protected readonly control = computed(() => this.form().control(this.field().name as never));
  protected readonly isGroup = computed(() => {
    const field = this.field();
    return field.kind === 'own' ? (field.group ?? false) : GROUPS.has(field.kind);
  });
  /** The words of a check stand beside its box, unless they only answer what stands above. */
  protected readonly label = computed(() => {
    const field = this.field();
    return field.kind === 'check' && !field.beside ? undefined : field.label;
  });
  protected readonly bounds = computed(() => {
    const field = this.field();
    const { least, most } = this.form().bounds(field.name);
    return { least, most: field.kind === 'own' ? most : (field.most ?? most) };
  });

  protected inputsOf(field: OwnField): Record<string, unknown> {
    return { ...field.inputs, control: this.control() };
  }
}
