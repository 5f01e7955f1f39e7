import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { EnquiryInput, type EnquiryView } from '@panah/contracts/intake.contract';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { caseSource, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { PartialDateControl } from '../platform/dates/partial-date';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { YesNo } from '../platform/form/yes-no';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
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
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);

  protected readonly labels = ENQUIRY_LABELS;
  protected readonly sources = choicesOf(caseSource);
  protected readonly dangers = choicesOf(yesNoUnknown);
  protected readonly channels = choicesOf(contactChannel);
  protected readonly safeties = choicesOf(contactSafety);
  protected readonly countryChoices = countryChoices();
  protected readonly languageChoices = languageChoices();
  protected readonly form = new ContractForm<EnquiryInput>(EnquiryInput, emptyEnquiry());
  protected readonly saved = httpResource<EnquiryView>(() => {
    const id = this.enquiryId();
    return id && enquiryPath(id);
  });
  protected readonly ready = computed(() => !this.enquiryId() || this.saved.hasValue());
  protected readonly note = signal<string | undefined>(undefined);
  private version = 0;

  constructor() {
    effect(() => {
      if (this.saved.hasValue()) this.begin(this.saved.value());
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const id = this.enquiryId();
    const enquiry = await this.form.save((value, intent) =>
      id ? this.enquiries.edit(id, value, this.version) : this.enquiries.receive(value, intent),
    );
    if (enquiry) await this.router.navigate(['/enquiries', enquiry.id]);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  private begin(view: EnquiryView): void {
    this.version = view.version;
    untracked(() => this.form.reset(formValueOf(view)));
  }

  /** Somebody else saved first: their version is read, and what both changed is asked. */
  private async settle(): Promise<void> {
    const theirs = await this.enquiries.read(this.enquiryId() ?? '');
    if (!(await this.stale.settle(this.form, formValueOf(theirs), ENQUIRY_LABELS))) return;
    this.version = theirs.version;
    this.note.set($localize`:@@intake.together:Both versions are put together here. Look, then save again.`);
  }
}
