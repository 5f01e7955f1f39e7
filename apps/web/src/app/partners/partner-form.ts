import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
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
import { StaleEdits } from '../platform/form/stale-edits';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import type { Intent } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { countryChoices } from '../platform/form/place-choices';
import { PartnerContacts } from './partner-contacts';
import { emptyPartner, FIELD_LABELS, FIELD_WORDS, formValueOf, tidyPartner } from './partner-form-value';
import { PartnerLanguages } from './partner-languages';
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
    PartnerContacts,
    PartnerLanguages,
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
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);

  protected readonly labels = FIELD_LABELS;
  protected readonly types = choicesOf(partnerType);
  protected readonly services = choicesOf(serviceRequested);
  protected readonly mechanisms = choicesOf(transferMechanism);
  protected readonly countries = countryChoices();
  protected readonly form = new ContractForm<PartnerInput>(PartnerInput, emptyPartner(), { texts: AGREEMENT_TEXTS });
  protected readonly saved = httpResource<PartnerView>(() => {
    const id = this.partnerId();
    return id && partnerPath(id);
  });
  protected readonly ready = computed(() => !this.partnerId() || this.saved.hasValue());
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
    const partner = await this.form.save((value, intent) => this.send(value, intent));
    if (partner) await this.router.navigate(['/partners', partner.id]);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  private begin(view: PartnerView): void {
    this.version = view.version;
    untracked(() => this.form.reset(formValueOf(view)));
  }

  private send(value: PartnerInput, intent: Intent): Promise<PartnerView> {
    const id = this.partnerId();
    const input = tidyPartner(value);
    return id ? this.partners.edit(id, input, this.version) : this.partners.create(input, intent);
  }

  /** Somebody else saved first: their version is read, and what both changed is asked. */
  private async settle(): Promise<void> {
    const theirs = await this.partners.read(this.partnerId() ?? '');
    if (!(await this.stale.settle(this.form, formValueOf(theirs), FIELD_LABELS, FIELD_WORDS))) return;
    this.version = theirs.version;
    this.note.set($localize`:@@partners.together:Both versions are put together here. Look, then save again.`);
  }
}
