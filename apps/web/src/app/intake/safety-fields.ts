import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { SafetyStep } from '@panah/contracts/intake-steps.contract';
import { intakeMode } from '@panah/domain/vocabulary/intake';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { YesNo } from '../platform/form/yes-no';
import { ImmediateScreen } from './immediate-screen';
import { STEP_LABELS } from './step-labels';

/** Step 1: safe now? */
@Component({
  selector: 'app-safety-fields',
  imports: [Choices, Field, FieldControl, ImmediateScreen, ReactiveFormsModule, YesNo],
  template: `
    <app-immediate-screen [control]="form().control('screen')" />
    <app-field [form]="form()" name="urgentActions" [label]="labels.urgentActions" [optional]="true">
      <textarea appInput [formControl]="form().control('urgentActions')" rows="3" dir="auto" maxlength="1000"></textarea>
    </app-field>
    <app-field [form]="form()" name="mode" [label]="labels.mode" [group]="true">
      <app-choices [formControl]="form().control('mode')" [choices]="modes" />
    </app-field>
    <app-field [form]="form()" name="seenAlone" [label]="labels.seenAlone" [group]="true">
      <app-yes-no [control]="form().control('seenAlone')" />
    </app-field>
    <app-field [form]="form()" name="whoElsePresent" [label]="labels.whoElsePresent" [optional]="true">
      <input appInput [formControl]="form().control('whoElsePresent')" dir="auto" autocomplete="off" maxlength="300" />
    </app-field>
  `,
  host: { class: 'form' },
})
export class SafetyFields {
  readonly form = input.required<ContractForm<SafetyStep>>();
  protected readonly labels = STEP_LABELS;
  protected readonly modes = choicesOf(intakeMode);
}
