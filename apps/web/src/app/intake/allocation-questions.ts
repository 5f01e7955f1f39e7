import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import type { AllocationQuestionsView, AllocationQuestionView } from '@panah/contracts/intake-allocation.contract';
import { serviceStream } from '@panah/domain/vocabulary/cases';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { EnquiriesApi } from './enquiries.api';
import { type TieAnswer, TieDialog } from './tie-dialog';

/** What I am asked before I am named for somebody: a pseudonym and neutral facts, never a name (R-AC-13). */
@Component({
  selector: 'app-allocation-questions',
  imports: [CodeLabel, CountryLabel, DateText, Icon, LanguageLabel, ProblemNotice],
  templateUrl: './allocation-questions.html',
})
export class AllocationQuestions {
  private readonly enquiries = inject(EnquiriesApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly streams = serviceStream;
  protected readonly questions = httpResource<AllocationQuestionsView>(() => '/api/allocation-questions');
  protected readonly refused = signal<Problem | null>(null);

  protected async answer({ id }: AllocationQuestionView): Promise<void> {
    const said = await this.dialogs.open<TieAnswer>(TieDialog);
    if (!said) return;
    this.refused.set(null);
    try {
      await this.enquiries.answer(id, said.kind ? { answer: 'TIE', kind: said.kind } : { answer: 'NO_TIE' });
      this.questions.reload();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
