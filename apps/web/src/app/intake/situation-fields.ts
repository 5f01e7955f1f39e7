import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { SituationStep } from '@panah/contracts/intake-steps.contract';
import { serviceStream } from '@panah/domain/vocabulary/cases';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { YesNo } from '../platform/form/yes-no';
import { STEP_LABELS } from './step-labels';

/** Step 4: the situation and the wishes. Nothing asks what somebody did, believed or was. */
@Component({
  selector: 'app-situation-fields',
  imports: [Choices, Field, FieldControl, ReactiveFormsModule, YesNo],
  template: `
    <app-field
      [form]="form()"
      name="situation"
      [label]="labels.situation"
      [optional]="true"
      hint="What the person needs now. Not what they did, believed or were."
      i18n-hint="@@intake.situationHint"
    >
      <textarea appInput [formControl]="form().control('situation')" rows="6" dir="auto" maxlength="4000"></textarea>
    </app-field>
    <app-field [form]="form()" name="wishes" [label]="labels.wishes" [optional]="true">
      <textarea appInput [formControl]="form().control('wishes')" rows="3" dir="auto" maxlength="2000"></textarea>
    </app-field>
    <app-field [form]="form()" name="streams" [label]="labels.streams" [group]="true">
      <app-choices [formControl]="form().control('streams')" [choices]="streams" [many]="true" [column]="true" />
    </app-field>
    <app-field [form]="form()" name="workerWithoutTies" [label]="labels.workerWithoutTies" [group]="true">
      <app-yes-no [control]="form().control('workerWithoutTies')" />
    </app-field>
    <app-field [form]="form()" name="workerPreferred" [label]="labels.workerPreferred" [group]="true">
      <app-choices [formControl]="form().control('workerPreferred')" [choices]="preferences" />
    </app-field>
  `,
  host: { class: 'form' },
})
export class SituationFields {
  readonly form = input.required<ContractForm<SituationStep>>();
  protected readonly labels = STEP_LABELS;
  protected readonly streams = choicesOf(serviceStream);
  protected readonly preferences = [
    { code: 'ANY', label: $localize`:@@intake.anybody:Anybody` },
    { code: 'FEMALE', label: $localize`:@@intake.woman:A woman` },
    { code: 'MALE', label: $localize`:@@intake.man:A man` },
  ];
}
