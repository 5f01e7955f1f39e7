import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { InformationStep } from '@panah/contracts/intake-steps.contract';
import { informationGiven } from '@panah/domain/vocabulary/intake';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { STEP_LABELS } from './step-labels';

/** Step 2: what the person was told before anything was asked of them. */
@Component({
  selector: 'app-information-fields',
  imports: [Choices, Field, FieldControl, ReactiveFormsModule],
  template: `
    <app-field
      [form]="form()"
      name="told"
      [label]="labels.told"
      [group]="true"
      hint="In a language they understand. Tick what was said, not what was handed over."
      i18n-hint="@@intake.toldHint"
    >
      <app-choices [formControl]="form().control('told')" [choices]="items" [many]="true" [column]="true" />
    </app-field>
    <app-field [form]="form()" name="remarks" [label]="labels.remarks" [optional]="true">
      <textarea appInput [formControl]="form().control('remarks')" rows="2" dir="auto" maxlength="500"></textarea>
    </app-field>
  `,
  host: { class: 'form' },
})
export class InformationFields {
  readonly form = input.required<ContractForm<InformationStep>>();
  protected readonly labels = STEP_LABELS;
  protected readonly items = choicesOf(informationGiven);
}
