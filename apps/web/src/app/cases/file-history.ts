import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { CaseHistoryView } from '@panah/contracts/cases.contract';
import { caseHoldReason, caseState, closureReason } from '@panah/domain/vocabulary/cases';
import { stepSaid } from '@panah/domain/vocabulary/timeline';
import { Looks } from '../audit/looks.part';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { casePath } from './cases.api';
import { ClosureStock } from './closure-stock';
import { OpenFile } from './open-file';

/** Who moved the case, when and why; and, for whoever answers for it, who opened the file. */
@Component({
  selector: 'app-file-history',
  imports: [ClosureStock, CodeLabel, DateDisplay, Icon, Looks, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="steps">
      <h2 id="steps" i18n="@@cases.historyTitle">What was done with the case</h2>
      @if (history.hasValue()) {
        <ul>
          @for (step of history.value().steps; track step.id) {
            <li class="row">
              <app-icon name="step" class="muted" />
              <div>
                <p class="strong">{{ said(step.action) }}</p>
                <p class="small muted">
                  <bdi>{{ step.by?.name }}</bdi>
                  @if (step.from && step.from !== step.to) {
                    · {{ step.from | codeLabel: states }} {{ onward }} {{ step.to | codeLabel: states }}
                  }
                  @if (step.reason) {
                    · {{ step.reason | codeLabel: (step.action === 'hold' ? holdReasons : closureReasons) }}
                  }
                </p>
                @if (step.note) {
                  <p class="prose" dir="auto">{{ step.note }}</p>
                }
              </div>
              <app-date [value]="step.at" shape="dayTime" />
            </li>
          }
        </ul>
      } @else if (history.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="history.reload()" /></div>
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
    @if (open.case()?.closedOn && open.may('read-closure')) {
      <section class="panel" aria-labelledby="closed">
        <h2 id="closed" i18n="@@cases.closureTaken">What was left when the case was closed</h2>
        <div class="panel-body"><app-closure-stock [caseId]="open.id()" /></div>
      </section>
    }
    @if (open.may('read-log')) {
      <app-looks [clientId]="open.clientId()" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class FileHistory {
  protected readonly open = inject(OpenFile);
  protected readonly states = caseState;
  /** From one state to the next, in the direction in which the page is read. */
  protected readonly onward = readerLanguage() === 'fa' ? '←' : '→';
  protected readonly holdReasons = caseHoldReason;
  protected readonly closureReasons = closureReason;
  protected readonly said = (action: string): string => stepSaid('case', action, '', readerLanguage());
  protected readonly history = httpResource<CaseHistoryView>(() => {
    const file = this.open.case(); // a step was taken: read again
    return file ? `${casePath(file.id)}/history` : undefined;
  });
}
