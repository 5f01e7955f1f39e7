import { Component, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { CaseInput, type CaseView } from '@panah/contracts/cases.contract';
import { casePriority, serviceStream } from '@panah/domain/vocabulary/cases';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { recordForm } from '../platform/form/record-form';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { casePath, CasesApi } from './cases.api';
import { countryChoices } from '../platform/form/place-choices';

const LABELS = {
  priority: $localize`:@@cases.priority:Priority`,
  streams: $localize`:@@cases.streams:Services`,
  country: $localize`:@@cases.country:Country`,
};

/** What one may change about a case besides its steps. */
@Component({
  selector: 'app-case-form',
  imports: [ActionsBar, Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, RouterLink],
  templateUrl: './case-form.html',
})
export class CaseForm {
  readonly caseId = input.required<string>();

  private readonly cases = inject(CasesApi);
  private readonly router = inject(Router);

  protected readonly labels = LABELS;
  protected readonly priorities = choicesOf(casePriority);
  protected readonly streams = choicesOf(serviceStream);
  protected readonly countries = countryChoices();
  protected readonly form = new ContractForm<CaseInput>(CaseInput, { priority: '', streams: [], country: '' });
  protected readonly record = recordForm<CaseInput, CaseView>({
    form: this.form,
    path: () => casePath(this.caseId()),
    shape: formValueOf,
    labels: LABELS,
    send: (value, _intent, version) => this.cases.edit(this.caseId(), value, version),
  });

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const view = await this.record.save();
    if (view) await this.router.navigate(['/cases', view.id]);
  }
}

const formValueOf = ({ priority, streams, country }: CaseView): CaseInput => ({ priority, streams, country });
