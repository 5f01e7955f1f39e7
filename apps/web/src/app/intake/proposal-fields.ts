import { Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import type { IntakeView, ProposalStep } from '@panah/contracts/intake-steps.contract';
import { casePriority } from '@panah/domain/vocabulary/cases';
import { intakeStep } from '@panah/domain/vocabulary/intake';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { STEPS } from './intake-steps';
import { STEP_LABELS } from './step-labels';

const NEEDED = ['SAFETY', 'INFORMATION', 'IDENTITY', 'LEGAL_BASIS'];

/** Step 6: what is proposed, and what is still open before it can be. */
@Component({
  selector: 'app-proposal-fields',
  imports: [Choices, CodeLabel, Field, FieldControl, Icon, ReactiveFormsModule, RouterLink],
  template: `
    @if (open().length) {
      <div class="notice">
        <app-icon name="info" />
        <div>
          <p i18n="@@intake.stillOpen">Before admission can be proposed, these steps are to be completed:</p>
          <ul>
            @for (step of open(); track step.code) {
              <li>
                <a [routerLink]="['/enquiries', intake().id, 'intake', step.noun]">{{ step.code | codeLabel: steps }}</a>
              </li>
            }
          </ul>
        </div>
      </div>
    }
    <app-field [form]="form()" name="priority" [label]="labels.priority" [group]="true">
      <app-choices [formControl]="form().control('priority')" [choices]="priorities" />
    </app-field>
    <app-field
      [form]="form()"
      name="summary"
      [label]="labels.summary"
      [optional]="true"
      hint="For the coordinator who decides."
      i18n-hint="@@intake.summaryHint"
    >
      <textarea appInput [formControl]="form().control('summary')" rows="5" dir="auto" maxlength="2000"></textarea>
    </app-field>
  `,
  host: { class: 'form' },
})
export class ProposalFields {
  readonly form = input.required<ContractForm<ProposalStep>>();
  readonly intake = input.required<IntakeView>();
  protected readonly labels = STEP_LABELS;
  protected readonly steps = intakeStep;
  protected readonly priorities = choicesOf(casePriority);
  protected readonly open = computed(() => {
    const open = this.intake().steps.filter(({ step, complete }) => NEEDED.includes(step) && !complete);
    return STEPS.filter(({ code }) => open.some(({ step }) => step === code));
  });
}
