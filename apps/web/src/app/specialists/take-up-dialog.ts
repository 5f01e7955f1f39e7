import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type SpecialistAnsweredView, type SpecialistQuestionView, TakeUpInput } from '@panah/contracts/specialists.contract';
import { NeutralFacts, TIE_ANSWER, TIE_KIND } from '../cases/tie-question.part';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { QUEUE, SpecialistsApi } from './specialists.api';
import { SPECIALIST_TEXTS } from './specialists.texts';

/** Have you a tie with this person? A pseudonym and neutral facts, no name; then the request is taken up (R-AC-13). */
@Component({
  selector: 'app-take-up-dialog',
  imports: [FormElement, NeutralFacts, ProblemNotice, QuestionField],
  templateUrl: './take-up-dialog.html',
})
export class TakeUpDialog {
  private readonly id = inject<string>(DIALOG_DATA);
  private readonly api = inject(SpecialistsApi);
  protected readonly dialog = inject<DialogRef<SpecialistAnsweredView>>(DialogRef);
  protected readonly tieAnswer = TIE_ANSWER;
  /** The request is not on one’s own files yet. */
  protected readonly tieKind = {
    ...TIE_KIND,
    hint: $localize`:@@specialists.tieKindHint:Only the coordinator sees it. The file stays closed to you.`,
  };
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
