import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input, signal, untracked } from '@angular/core';
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
import { StaleEdits } from '../platform/form/stale-edits';
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
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);

  protected readonly labels = LABELS;
  protected readonly priorities = choicesOf(casePriority);
  protected readonly streams = choicesOf(serviceStream);
  protected readonly countries = countryChoices();
  protected readonly form = new ContractForm<CaseInput>(CaseInput, { priority: '', streams: [], country: '' });
  protected readonly saved = httpResource<CaseView>(() => casePath(this.caseId()));
  protected readonly note = signal<string | undefined>(undefined);
  private version = 0;

  constructor() {
    effect(() => {
      if (!this.saved.hasValue()) return;
      const view = this.saved.value();
      this.version = view.version;
      untracked(() => this.form.reset(formValueOf(view)));
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const view = await this.form.save((value) => this.cases.edit(this.caseId(), value, this.version));
    if (view) await this.router.navigate(['/cases', view.id]);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  /** Somebody else saved first: their version is read, and what both changed is asked. */
  private async settle(): Promise<void> {
    const theirs = await this.cases.read(this.caseId());
    if (!(await this.stale.settle(this.form, formValueOf(theirs), LABELS))) return;
    this.version = theirs.version;
    this.note.set($localize`:@@cases.together:Both versions are put together here. Look, then save again.`);
  }
}

const formValueOf = ({ priority, streams, country }: CaseView): CaseInput => ({ priority, streams, country });
