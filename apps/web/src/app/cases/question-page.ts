import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { MemberAnswerInput, type TeamQuestionView } from '@panah/contracts/case-team.contract';
import { memberAnswer, teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { ActionsBar } from '../platform/form/actions-bar';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { STEP_TEXTS } from './case.texts';
import { CasesApi, QUESTIONS } from './cases.api';
import { NeutralFacts, TIE_ANSWER, TIE_KIND } from './tie-question.part';

/** Have you a tie with this person? A pseudonym and neutral facts, no name (R-AC-13). */
@Component({
  selector: 'app-question-page',
  imports: [ActionsBar, CodeLabel, FormElement, NeutralFacts, ProblemNotice, QuestionField, RouterLink],
  templateUrl: './question-page.html',
})
export class QuestionPage {
  readonly questionId = input.required<string>();

  private readonly cases = inject(CasesApi);
  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  protected readonly roles = teamRole;
  protected readonly reasons = teamReason;
  protected readonly answers = memberAnswer;
  protected readonly tieAnswer = TIE_ANSWER;
  protected readonly tieKind = TIE_KIND;
  protected readonly form = new ContractForm<MemberAnswerInput>(
    MemberAnswerInput,
    { answer: '', kind: '' },
    { texts: { ...STEP_TEXTS, answer: { isIn: $localize`:@@cases.ruleChoose:Choose one` } } },
  );
  protected readonly answer = toSignal(this.form.control('answer').valueChanges, { initialValue: '' });
  protected readonly question = httpResource<TeamQuestionView>(() => `${QUESTIONS}/${this.questionId()}`);

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async send(): Promise<void> {
    const answered = await this.form.save(({ answer, kind }, intent) =>
      this.cases.answer(this.questionId(), { answer, ...(answer === 'TIE' && kind ? { kind } : {}) }, intent),
    );
    if (!answered) return;
    this.snack.say($localize`:@@cases.saidAnswered:Thank you. Your answer is recorded.`);
    await this.router.navigate(['/cases', 'questions']);
  }
}
