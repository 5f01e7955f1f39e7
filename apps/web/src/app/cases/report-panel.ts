import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportView } from '@panah/contracts/reports.contract';
import { SOFT_LIMIT } from '@panah/domain/cases/caseload.rules';
import type { Choice } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NumberText } from '../platform/text/number-text';
import { LoadBar } from './load-bar.part';
import { ReportKey } from './report-key';
import { rowsOf } from './report-rows';

const WIDEST_PX = 160;

/** One report: what it counts, as bars or as a table; each number leads to the list behind it. */
@Component({
  selector: 'app-report',
  imports: [Icon, LoadBar, NumberText, ProblemNotice, ReportKey, RouterLink],
  templateUrl: './report-panel.html',
})
export class ReportPanel {
  readonly path = input.required<string>();
  readonly title = input.required<string>();
  readonly definition = input.required<string>();
  /** What it can be cut by; the first is shown first. */
  readonly cuts = input.required<readonly Choice[]>();
  readonly columns = input<readonly Choice[]>([{ code: '', label: $localize`:@@cases.list:Cases` }]);

  protected readonly softLimit = SOFT_LIMIT;
  protected readonly by = linkedSignal(() => this.cuts()[0]?.code ?? '');
  protected readonly asBars = signal(true);
  protected readonly query = computed(() => (this.cuts().length > 1 ? `?by=${this.by()}` : ''));
  protected readonly report = httpResource<ReportView>(() => `/api/reports/${this.path()}${this.query()}`);
  protected readonly rows = computed(() =>
    this.report.hasValue()
      ? rowsOf(
          this.report.value(),
          this.columns().map(({ code }) => code),
        )
      : [],
  );
  protected readonly weighted = computed(() => this.rows().some(({ points }) => points !== null));
  protected readonly unit = computed(() => {
    const most = Math.max(1, ...this.rows().flatMap(({ numbers }) => numbers.map(({ count }) => count)));
    return `${(WIDEST_PX / this.columns().length ** 0.7 / most).toFixed(2)}px`;
  });
}
