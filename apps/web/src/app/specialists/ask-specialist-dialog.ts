import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import type { TeamCandidatesView } from '@panah/contracts/case-team.contract';
import { SpecialistRequestInput, type SpecialistRequestsView } from '@panah/contracts/specialists.contract';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { specialistUrgency, specialty } from '@panah/domain/vocabulary/specialists';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { LanguageLabel } from '../platform/text/country-label';
import { SpecialistsApi } from './specialists.api';
import { SPECIALIST_TEXTS } from './specialists.texts';

/** Asks a specialty of the office. Its queue shows reference, language, urgency and the question, and nothing else. */
@Component({
  selector: 'app-ask-specialist-dialog',
  imports: [Choices, Field, FieldControl, FormElement, LanguageLabel, ProblemNotice, ReactiveFormsModule],
  templateUrl: './ask-specialist-dialog.html',
})
export class AskSpecialistDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly api = inject(SpecialistsApi);
  protected readonly dialog = inject<DialogRef<SpecialistRequestsView>>(DialogRef);
  protected readonly specialties = choicesOf(specialty);
  protected readonly urgencies = choicesOf(specialistUrgency);
  protected readonly languages = LANGUAGES;
  protected readonly form = new ContractForm<SpecialistRequestInput>(
    SpecialistRequestInput,
    { specialty: '', urgency: 'ROUTINE', language: '', question: '', clientAgreesTo: [] },
    { texts: SPECIALIST_TEXTS },
  );
  private readonly colleagues = httpResource<TeamCandidatesView>(() => `/api/cases/${this.caseId}/team/candidates`);
  private readonly chosen = toSignal(this.form.control('specialty').valueChanges, { initialValue: '' });
  /** Those of the specialty, of whom the client can be told already now. */
  protected readonly people = computed(() => {
    const all = this.colleagues.hasValue() ? this.colleagues.value().items : [];
    return all.filter(({ roles }) => roles.includes(this.chosen())).map(({ id, name }) => ({ code: id, label: name }));
  });

  constructor() {
    this.form.control('specialty').valueChanges.subscribe(() => this.form.control('clientAgreesTo').setValue([]));
  }

  protected async ask(): Promise<void> {
    const view = await this.form.save((input, intent) => this.api.ask(this.caseId, input, intent));
    if (view) this.dialog.close(view);
  }
}
