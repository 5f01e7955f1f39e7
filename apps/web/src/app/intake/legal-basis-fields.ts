import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { LegalBasisStep } from '@panah/contracts/intake-steps.contract';
import { legalBasis } from '@panah/domain/vocabulary/clients';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { STEP_LABELS } from './step-labels';

/** Step 5: why the organisation may keep this. */
@Component({
  selector: 'app-legal-basis-fields',
  imports: [Choices, Field, FieldControl, ReactiveFormsModule],
  template: `
    <app-field [form]="form()" name="basis" [label]="labels.basis" [group]="true">
      <app-choices [formControl]="form().control('basis')" [choices]="bases" [column]="true" />
    </app-field>
    <app-field [form]="form()" name="explanation" [label]="labels.explanation" [optional]="true">
      <textarea appInput [formControl]="form().control('explanation')" rows="3" dir="auto" maxlength="1000"></textarea>
    </app-field>
  `,
  host: { class: 'form' },
})
export class LegalBasisFields {
  readonly form = input.required<ContractForm<LegalBasisStep>>();
  protected readonly labels = STEP_LABELS;
  protected readonly bases = choicesOf(legalBasis);
}
