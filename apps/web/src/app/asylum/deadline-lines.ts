import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeadlineLineView, DeadlineListView } from '@panah/contracts/legal-deadlines.contract';
import { deadlineState, deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { asked } from './asked';

/** Deadlines of all files in reach: those without a day first, then the nearest. */
@Component({
  selector: 'app-deadline-lines',
  imports: [CodeLabel, CountryLabel, DateDistance, DateText, Name, NumberText, ProblemNotice, RouterLink, State],
  template: `
    @if (lines.hasValue()) {
      @let page = lines.value();
      <section class="panel" aria-label="Deadlines" i18n-aria-label="@@asylum.deadlines">
        <ul>
          @for (it of page.items; track it.id) {
            <li class="row">
              @if (it.gap && it.state === 'OPEN') {
                <app-state icon="alert" tone="danger" [act]="true" i18n="@@asylum.askToday">Ask a lawyer today</app-state>
              } @else {
                <app-state
                  [icon]="it.state === 'OPEN' ? 'open' : 'done'"
                  [tone]="it.isOver ? 'danger' : it.state === 'OPEN' ? 'due' : 'plain'"
                  [act]="it.isOver"
                  >{{ it.state | codeLabel: states }}</app-state
                >
              }
              <div>
                <p class="who">
                  <a [routerLink]="['/cases', it.caseId, 'refuge']"
                    ><strong>{{ it.type | codeLabel: types }}</strong></a
                  >
                  <app-name [own]="it.name?.arab ?? null" [latin]="it.name?.latin ?? null" />
                  <bdi class="ref">{{ it.caseRef }}</bdi>
                  <span class="muted">{{ it.country | countryLabel }}</span>
                </p>
                <p class="small muted" dir="auto">{{ said(it) }}</p>
              </div>
              <div class="when">
                @if (it.dueOn) {
                  <strong>{{ it.dueOn | dateText: 'short' }}</strong>
                  @if (it.state === 'OPEN') {
                    <span class="small muted">{{ it.dueOn | dateDistance }}</span>
                  }
                }
              </div>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@asylum.noneOpen">No deadline runs on your files.</li>
          }
        </ul>
        <p class="list-foot">
          <span i18n="@@asylum.ofAll">{{ page.items.length | numberText }} of {{ page.total | numberText }}</span>
        </p>
      </section>
    } @else if (lines.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="lines.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: '.when { display: grid; justify-items: end; white-space: nowrap }',
})
export class DeadlineLines {
  readonly state = input<string>();
  readonly type = input<string>();
  readonly country = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly states = deadlineState;
  protected readonly types = deadlineType;
  private readonly question = computed(() =>
    asked({ state: this.state() ?? 'OPEN', type: this.type(), country: this.country(), from: this.from(), to: this.to(), limit: 100 }),
  );
  protected readonly lines = httpResource<DeadlineListView>(() => `/api/legal-deadlines?${this.question()}`);

  protected said = ({ explainedEn, explainedFa }: DeadlineLineView): string => (readerLanguage() === 'fa' ? explainedFa : explainedEn);
}
