import { Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { STEP_LABELS } from './step-labels';

/** A form that has these fields among others. */
type ContactForm = Pick<ContractForm<object>, 'brokenRule' | 'refusedRules' | 'ownTexts' | 'touched'> & {
  control(name: 'contactChannel' | 'contactValue' | 'contactSafety' | 'contactRule'): FormControl;
};

/** How somebody is reached, and whether and when that is safe: asked with the enquiry, and again in the intake. */
@Component({
  selector: 'app-contact-fields',
  imports: [Field, FieldControl, ReactiveFormsModule],
  template: `
    <h2 i18n="@@intake.contact">How to reach them</h2>
    <app-field [form]="form()" name="contactChannel" [label]="labels.contactChannel" [optional]="true">
      <span class="select">
        <select appInput [formControl]="form().control('contactChannel')">
          <option [ngValue]="null" i18n="@@intake.noChannel">None given</option>
          @for (choice of channels; track choice.code) {
            <option [ngValue]="choice.code">{{ choice.label }}</option>
          }
        </select>
      </span>
    </app-field>
    <app-field [form]="form()" name="contactValue" [label]="labels.contactValue" [optional]="true">
      <input appInput [formControl]="form().control('contactValue')" dir="ltr" autocomplete="off" maxlength="160" />
    </app-field>
    <app-field [form]="form()" name="contactSafety" [label]="labels.contactSafety" [optional]="true">
      <span class="select">
        <select appInput [formControl]="form().control('contactSafety')">
          <option [ngValue]="null" i18n="@@intake.notAsked">Not asked</option>
          @for (choice of safeties; track choice.code) {
            <option [ngValue]="choice.code">{{ choice.label }}</option>
          }
        </select>
      </span>
    </app-field>
    <app-field
      [form]="form()"
      name="contactRule"
      [label]="labels.contactRule"
      [optional]="true"
      hint="Times, and what to say if somebody else answers."
      i18n-hint="@@intake.contactRuleHint"
    >
      <input appInput [formControl]="form().control('contactRule')" dir="auto" autocomplete="off" maxlength="300" />
    </app-field>
  `,
  host: { class: 'form' },
})
export class ContactFields {
  readonly form = input.required<ContactForm>();
  protected readonly labels = STEP_LABELS;
  protected readonly channels = choicesOf(contactChannel);
  protected readonly safeties = choicesOf(contactSafety);
}
