import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamQuestionsView } from '@panah/contracts/case-team.contract';
import { teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { QUESTIONS } from './cases.api';

/** The questions I am asked before I join a team. */
@Component({
  selector: 'app-question-list',
  imports: [CodeLabel, DateText, Icon, ProblemNotice, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@cases.questions">Questions to you</h1>
        <p class="sub" i18n="@@cases.questionsSub">
          Before you join a case team you say whether you have a tie with the person. Nobody’s name is shown.
        </p>
      </div>
    </header>
    @if (questions.hasValue()) {
      <div class="panel">
        <ul>
          @for (question of questions.value().items; track question.id) {
            <li class="row">
              <app-icon name="talk" class="waiting" />
              <div>
                <a [routerLink]="['/cases', 'questions', question.id]" class="name"
                  ><bdi>{{ question.pseudonym }}</bdi></a
                >
                <p class="small muted">
                  {{ question.role | codeLabel: roles }} · {{ question.reason | codeLabel: reasons }} · <bdi>{{ question.askedBy }}</bdi>
                </p>
              </div>
              <span class="small muted">{{ question.askedAt | dateText: 'short' }}</span>
            </li>
          } @empty {
            <li class="empty">
              <h2 i18n="@@cases.noQuestions">Nothing is asked of you</h2>
              <p i18n="@@cases.noQuestionsText">When a colleague wants you on a team, the question stands here and on My day.</p>
            </li>
          }
        </ul>
      </div>
    } @else if (questions.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="questions.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class QuestionList {
  protected readonly roles = teamRole;
  protected readonly reasons = teamReason;
  protected readonly questions = httpResource<TeamQuestionsView>(() => QUESTIONS);
}
