import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { LegalBasisStep } from '@panah/contracts/intake-steps.contract';
import { legalBasis } from '@panah/domain/vocabulary/clients';
import { capacityCheck, consentMethod, freeChoiceCheck, interpreterKind } from '@panah/domain/vocabulary/consents';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { STEP_LABELS } from './step-labels';

/** Step 5: why the organisation may keep this; on consent, how it was given. The admission makes it the client's first consent. */
@Component({
  selector: 'app-legal-basis-fields',
  imports: [Choices, Field, FieldControl, ReactiveFormsModule],
  template: `
    <app-field [form]="form()" name="basis" [label]="labels.basis" [group]="true">
      <app-choices [formControl]="form().control('basis')" [choices]="bases" [column]="true" />
    </app-field>
    @let written = form().group.getRawValue();
    @if (written.basis === 'CONSENT') {
      <app-field [form]="form()" name="method" [label]="labels.method" [group]="true">
        <app-choices [formControl]="form().control('method')" [choices]="methods" />
      </app-field>
      @if (written.method === 'WRITTEN') {
        <app-field [form]="form()" name="evidence" [label]="labels.evidence">
          <input appInput [formControl]="form().control('evidence')" dir="auto" autocomplete="off" maxlength="500" />
        </app-field>
      }
      @if (written.method === 'VERBAL_WITNESSED') {
        <app-field [form]="form()" name="witness" [label]="labels.witness">
          <input appInput [formControl]="form().control('witness')" dir="auto" autocomplete="off" maxlength="200" />
        </app-field>
      }
      <app-field [form]="form()" name="freeChoice" [label]="labels.freeChoice" [group]="true">
        <app-choices [formControl]="form().control('freeChoice')" [choices]="presences" />
      </app-field>
      <app-field [form]="form()" name="capacity" [label]="labels.capacity" [group]="true">
        <app-choices [formControl]="form().control('capacity')" [choices]="capacities" />
      </app-field>
      @if (written.capacity === 'NO' || written.method === 'REPRESENTATIVE') {
        <app-field [form]="form()" name="supporter" [label]="labels.supporter">
          <input appInput [formControl]="form().control('supporter')" dir="auto" autocomplete="off" maxlength="200" />
        </app-field>
      }
      <app-field [form]="form()" name="interpreterKind" [label]="labels.interpreterKind">
        <span class="select">
          <select appInput [formControl]="form().control('interpreterKind')">
            <option [ngValue]="null" i18n="@@consents.noInterpreter">None</option>
            @for (kind of interpreters; track kind.code) {
              <option [ngValue]="kind.code">{{ kind.label }}</option>
            }
          </select>
        </span>
      </app-field>
      @if (written.interpreterKind) {
        <app-field [form]="form()" name="interpreterName" [label]="labels.interpreterName">
          <input appInput [formControl]="form().control('interpreterName')" dir="auto" autocomplete="off" maxlength="200" />
        </app-field>
      }
    }
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
  protected readonly methods = choicesOf(consentMethod);
  protected readonly presences = choicesOf(freeChoiceCheck);
  protected readonly capacities = choicesOf(capacityCheck);
  // a colleague is chosen on the file, where it is known to whom it is closed
  protected readonly interpreters = choicesOf(interpreterKind).filter(({ code }) => code !== 'COLLEAGUE');
}
