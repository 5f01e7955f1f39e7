import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { type SpecialistAnsweredView, type SpecialistQuestionView, TakeUpInput } from '@panah/contracts/specialists.contract';
import { conflictKind, serviceStream } from '@panah/domain/vocabulary/cases';
import { type Choice, Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { QUEUE, SpecialistsApi } from './specialists.api';
import { SPECIALIST_TEXTS } from './specialists.texts';

/** Have you a tie with this person? A pseudonym and neutral facts, no name; then the request is taken up (R-AC-13). */
@Component({
  selector: 'app-take-up-dialog',
  imports: [Choices, CodeLabel, CountryLabel, Field, FieldControl, FormElement, LanguageLabel, ProblemNotice, ReactiveFormsModule],
  templateUrl: './take-up-dialog.html',
})
export class TakeUpDialog {
  private readonly id = inject<string>(DIALOG_DATA);
  private readonly api = inject(SpecialistsApi);
  protected readonly dialog = inject<DialogRef<SpecialistAnsweredView>>(DialogRef);
  protected readonly streams = serviceStream;
  protected readonly kinds = choicesOf(conflictKind);
  protected readonly choices: readonly Choice[] = [
    { code: 'NO_TIE', label: $localize`:@@specialists.noTie:I have no tie with this person, as far as I can tell` },
    { code: 'TIE', label: $localize`:@@specialists.tie:I have a tie, or I may have one` },
  ];
  protected readonly question = httpResource<SpecialistQuestionView>(() => `${QUEUE}/${this.id}/question`);
  protected readonly form = new ContractForm<TakeUpInput>(TakeUpInput, { answer: '', kind: '' }, { texts: SPECIALIST_TEXTS });
  protected readonly answer = toSignal(this.form.control('answer').valueChanges, { initialValue: '' });

  protected async send(): Promise<void> {
    const answered = await this.form.save(({ answer, kind }, intent) =>
      this.api.takeUp(this.id, { answer, ...(answer === 'TIE' && kind ? { kind } : {}) }, intent),
    );
    if (answered) this.dialog.close(answered);
  }
}
