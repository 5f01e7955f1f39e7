import { Component, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { EnquiryInput, type EnquiryView } from '@panah/contracts/intake.contract';
import { caseSource, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { PartialDateControl } from '../platform/dates/partial-date';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { YesNo } from '../platform/form/yes-no';
import { FormElement } from '../platform/form/form-element';
import { recordForm } from '../platform/form/record-form';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ContactFields } from './contact-fields';
import { EnquiriesApi, enquiryPath } from './enquiries.api';
import { emptyEnquiry, formValueOf } from './enquiry-form-value';
import { ENQUIRY_LABELS } from './intake.texts';
import { countryChoices, languageChoices } from '../platform/form/place-choices';

/** Writes down who got in touch: a name in any script and what is needed. */
@Component({
  selector: 'app-enquiry-form',
  imports: [
    ActionsBar,
    Choices,
    ContactFields,
    Field,
    FieldControl,
    FormElement,
    PartialDateControl,
    ProblemNotice,
    ReactiveFormsModule,
    RouterLink,
    YesNo,
  ],
  templateUrl: './enquiry-form.html',
})
export class EnquiryForm implements HasUnsaved {
  /** Absent for a new enquiry. */
  readonly enquiryId = input<string>();

  private readonly enquiries = inject(EnquiriesApi);
  private readonly router = inject(Router);

  protected readonly labels = ENQUIRY_LABELS;
  protected readonly sources = choicesOf(caseSource);
  protected readonly dangers = choicesOf(yesNoUnknown);
  protected readonly countryChoices = countryChoices();
  protected readonly languageChoices = languageChoices();
  protected readonly form = new ContractForm<EnquiryInput>(EnquiryInput, emptyEnquiry());
  protected readonly record = recordForm<EnquiryInput, EnquiryView>({
    form: this.form,
    path: () => this.enquiryId() && enquiryPath(this.enquiryId() ?? ''),
    shape: formValueOf,
    labels: ENQUIRY_LABELS,
    send: (value, intent, version) => {
      const id = this.enquiryId();
      return id ? this.enquiries.edit(id, value, version) : this.enquiries.receive(value, intent);
    },
  });

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const enquiry = await this.record.save();
    if (enquiry) await this.router.navigate(['/enquiries', enquiry.id]);
  }
}
