import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { PartnerInput, type PartnerView } from '@panah/contracts/partners.contract';
import { partnerType, serviceRequested, transferMechanism } from '@panah/domain/vocabulary/partners';
import { DateInput } from '../platform/dates/date-input';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { LanguageList } from '../platform/form/language-list';
import { recordForm } from '../platform/form/record-form';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { countryChoices } from '../platform/form/place-choices';
import { PartnerContacts } from './partner-contacts';
import { PartnerPlaces } from './partner-places';
import { emptyPartner, FIELD_LABELS, FIELD_WORDS, formValueOf, tidyPartner } from './partner-form-value';
import { AGREEMENT_TEXTS } from './partner.texts';
import { partnerPath, PartnersApi } from './partners.api';

/** Writes down a new partner, or edits one. */
@Component({
  selector: 'app-partner-form',
  imports: [
    ActionsBar,
    Choices,
    DateInput,
    Field,
    FieldControl,
    FormElement,
    LanguageList,
    PartnerContacts,
    PartnerPlaces,
    ProblemNotice,
    ReactiveFormsModule,
    RouterLink,
  ],
  templateUrl: './partner-form.html',
  styles: `
    app-choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      grid-column: 1 / -1;
      max-inline-size: 44rem;
    }
  `,
})
export class PartnerForm implements HasUnsaved {
  /** Absent for a new partner. */
  readonly partnerId = input<string>();

  private readonly partners = inject(PartnersApi);
  private readonly router = inject(Router);

  protected readonly labels = FIELD_LABELS;
  protected readonly types = choicesOf(partnerType);
  protected readonly services = choicesOf(serviceRequested);
  protected readonly mechanisms = choicesOf(transferMechanism);
  protected readonly countries = countryChoices();
  protected readonly form = new ContractForm<PartnerInput>(PartnerInput, emptyPartner(), { texts: AGREEMENT_TEXTS });
  protected readonly record = recordForm<PartnerInput, PartnerView>({
    form: this.form,
    path: () => this.partnerId() && partnerPath(this.partnerId() ?? ''),
    shape: formValueOf,
    labels: FIELD_LABELS,
    says: FIELD_WORDS,
    send: (value, intent, version) => {
      const [id, input] = [this.partnerId(), tidyPartner(value)];
      return id ? this.partners.edit(id, input, version) : this.partners.create(input, intent);
    },
  });

  private readonly ticked = toSignal(this.form.control('services').valueChanges);
  /** The services that stand ticked: by what was saved, or by hand since. */
  protected readonly offered = computed<readonly string[]>(() => {
    this.ticked();
    return this.record.ready() ? this.form.control('services').value : [];
  });

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const partner = await this.record.save();
    if (partner) await this.router.navigate(['/partners', partner.id]);
  }
}
