import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import type { CandidatesView, CandidateView, CaseView } from '@panah/contracts/cases.contract';
import { Questions } from '../platform/form/questions';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { allocationQuestion } from './allocation-question';
import { LoadBar } from './load-bar.part';
import { casePath, CasesApi } from './cases.api';

/** Who could take the case, with what each carries (R-CA-05). */
@Component({
  selector: 'app-allocation',
  imports: [LoadBar, NumberText, ProblemNotice, State],
  templateUrl: './allocation.html',
})
export class Allocation {
  readonly caseId = input.required<string>();
  readonly allocated = output<CaseView>();

  private readonly cases = inject(CasesApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  protected readonly candidates = httpResource<CandidatesView>(() => `${casePath(this.caseId())}/candidates`);

  protected async name(worker: CandidateView): Promise<void> {
    const view = await this.questions.ask(allocationQuestion(this.cases, this.caseId(), worker));
    if (!view) return;
    this.allocated.emit(view);
    this.candidates.reload();
    this.snack.say($localize`:@@cases.saidAllocated:Named.`);
  }
}
