import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { FamilyCountView, FamilyReportView } from '@panah/contracts/family-reports.contract';
import { endedQuarters } from '@panah/domain/family/quarters';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { familyLinkState, reunificationOutcome } from '@panah/domain/vocabulary/family';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { NumberText } from '../platform/text/number-text';

const QUARTERS = 4;
const AGES: Readonly<Record<string, string>> = {
  '0-29': $localize`:@@family.age0:Less than 30 days`,
  '30-89': $localize`:@@family.age30:30 to 89 days`,
  '90-': $localize`:@@family.age90:90 days and more`,
};

interface Cut {
  title: string;
  rows: readonly { label: string; count: number | null }[];
}

/** P-27 and P-28: where links stand and how they ended, without a number so small that somebody could be meant. */
@Component({
  selector: 'app-family-reports',
  imports: [DateText, NumberText, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="report-family">
      <h2 id="report-family" i18n="@@family.report">Family links</h2>
      <div class="filter">
        @for (quarter of quarters; track quarter.name) {
          <button
            type="button"
            class="chip"
            [class.on]="chosen() === quarter.name"
            [attr.aria-pressed]="chosen() === quarter.name"
            (click)="chosen.set(quarter.name)"
          >
            {{ quarter.from | dateText: 'day' }} – {{ quarter.to | dateText: 'day' }}
          </button>
        }
      </div>
      @if (report.hasValue()) {
        @let it = report.value();
        <p class="panel-body small muted">
          <span i18n="@@family.reportText"
            >Links that were closed in these three months, by what came of them. A number below {{ it.least | numberText }} is not said, nor
            anything of too few links; sums and shares are said in fives.</span
          >
          &ngsp;<span class="nowrap">{{ it.from | dateText: 'day' }} – {{ it.to | dateText: 'day' }}</span>
        </p>
        @if (it.results.restored !== null) {
          <p class="panel-body">
            <span i18n="@@family.restored"
              >Contact was restored in {{ it.results.restored | numberText }} % of {{ it.results.closed | numberText }}.</span
            >
          </p>
        } @else {
          <p class="panel-body muted" i18n="@@family.tooFew">Too few links were closed in this time to say anything.</p>
        }
        @for (cut of cuts(); track cut.title) {
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ cut.title }}</th>
                <th scope="col" class="n" i18n="@@family.count">Links</th>
              </tr>
            </thead>
            <tbody>
              @for (row of cut.rows; track row.label) {
                <tr>
                  <th scope="row">{{ row.label }}</th>
                  <td class="n">
                    @if (row.count === null) {
                      <span class="muted" i18n="@@family.below">below {{ it.least | numberText }}</span>
                    } @else {
                      {{ row.count | numberText }}
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        }
      } @else if (report.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="report.reload()" /></div>
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
  `,
})
export class FamilyReports {
  protected readonly quarters = endedQuarters(inject(DateWords).today(), QUARTERS);
  protected readonly chosen = signal(this.quarters[0]?.name ?? '');
  protected readonly report = httpResource<FamilyReportView>(() => `/api/reports/family?quarter=${this.chosen()}`);
  protected readonly cuts = computed<readonly Cut[]>(() => {
    if (!this.report.hasValue()) return [];
    const { open, results } = this.report.value();
    return [
      { title: $localize`:@@family.byOutcome:What came of them`, rows: rowsOf(results.byOutcome, reunificationOutcome) },
      { title: $localize`:@@family.byState:Open at the end, by state`, rows: rowsOf(open?.byState ?? [], familyLinkState) },
      {
        title: $localize`:@@family.byAge:Open at the end, by days since the last step`,
        rows: (open?.byAge ?? []).map(({ key, count }) => ({ label: AGES[key] ?? key, count })),
      },
    ].filter(({ rows }) => rows.length);
  });
}

/** In the order of the list. */
const rowsOf = (counts: readonly FamilyCountView[], list: CodeList<string>): Cut['rows'] =>
  list.codes.flatMap((code) => {
    const found = counts.find(({ key }) => key === code);
    return found ? [{ label: list.label(code, readerLanguage()), count: found.count }] : [];
  });
