import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { JourneyReportView } from '@panah/contracts/journey-reports.contract';
import type { InboxFiguresView } from '@panah/contracts/referral-reports.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralUrgency } from '@panah/domain/vocabulary/referrals';
import { DateText } from '../platform/dates/date-text';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

interface Figure {
  title: string;
  report: JourneyReportView;
  keys: CodeList<string>;
}

/** What a partner sees of its own answers: the figures of the last three months, as the office counts them. */
@Component({
  selector: 'app-inbox-figures',
  imports: [CodeLabel, DateText, NumberText, ProblemNotice, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@referrals.figures">Your answers</h1>
        <p class="sub" i18n="@@referrals.figuresSub">Counted as the office counts them, of what was sent to your association.</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/inbox" i18n="@@referrals.toInbox">To the inbox</a></div>
    </header>
    <div class="stack roomy end-space">
      @for (figure of figures(); track figure.report.code) {
        @let it = figure.report;
        <section class="panel" [attr.aria-labelledby]="it.code">
          <h2 [id]="it.code">{{ figure.title }}</h2>
          <div class="panel-body stack">
            <p class="small muted">{{ it.from | dateText: 'day' }} – {{ it.to | dateText: 'day' }}</p>
            @for (cell of it.cells; track cell.key) {
              @let median = medianOf(it, cell.key);
              <p>
                <span class="strong">{{ cell.key | codeLabel: figure.keys }}</span>&ngsp;
                <span i18n="@@referrals.figureOf">{{ cell.count | numberText }} of {{ cell.of | numberText }}</span
                >&ngsp;
                @if (median !== null) {
                  <span class="small muted" i18n="@@referrals.figureMedian">half of them within {{ median | numberText }} hours</span>
                }
              </p>
            } @empty {
              <p i18n="@@referrals.figuresNone">Nothing to count in this time.</p>
            }
          </div>
        </section>
      }
      @if (own.error(); as error) {
        <app-problem [problem]="error" [repeatable]="true" (again)="own.reload()" />
      } @else if (!own.hasValue()) {
        <span class="bone" aria-hidden="true"></span>
      }
    </div>
  `,
})
export class InboxFigures {
  protected readonly own = httpResource<InboxFiguresView>(() => '/api/inbox-figures');
  protected readonly figures = computed<readonly Figure[]>(() => {
    if (!this.own.hasValue()) return [];
    const { answers, acceptance, loop } = this.own.value();
    return [
      { title: $localize`:@@referrals.ownP30:How soon you decided`, report: answers, keys: referralUrgency },
      { title: $localize`:@@referrals.ownP31:How often you accepted`, report: acceptance, keys: serviceRequested },
      { title: $localize`:@@referrals.ownP32:How often you said what became of it`, report: loop, keys: serviceRequested },
    ];
  });

  protected medianOf({ medians }: JourneyReportView, key: string): number | null {
    return medians.find((each) => each.key === key)?.median ?? null;
  }
}
