import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MedianView } from '@panah/contracts/journey-reports.contract';
import type { RateCell, RateReportView } from '@panah/contracts/reports.contract';
import { addDays } from '@panah/domain/dates/calendar-days';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import type { Choice } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { ReportFoot } from './report-foot.part';
import { columnsOf, type RateRow, rateRows, shareOf } from './rate-rows';

/** Where the list behind a number is. */
export interface ListBehind {
  path: string;
  query: Readonly<Record<string, string>>;
}

/** The days that a report shows; empty for a report of the present. */
export interface PeriodShown {
  from: string;
  to: string;
}

/** How a report is cut, what its rows and columns are called, and the list behind each number where there is one. */
export interface RateCut extends Choice {
  keys?: CodeList<string>;
  columns?: CodeList<string>;
  list?: (cell: RateCell, period: PeriodShown) => ListBehind | null;
}

/** A report of rates, as data. */
export interface ReportShape {
  path: string;
  title: string;
  definition: string;
  cuts: readonly RateCut[];
  /** The name of the question that a cut answers. */
  asks?: string;
  /** Days looked back at first; none for a report of the present. */
  days?: number;
}

const PERIODS: readonly { days: number; label: string }[] = [
  { days: 28, label: $localize`:@@board.fourWeeks:4 weeks` },
  { days: 91, label: $localize`:@@board.quarter:3 months` },
  { days: 365, label: $localize`:@@board.year:A year` },
];

/** One report of rates: each figure with its denominator, and what is not in it. */
@Component({
  selector: 'app-rate-report',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, ReportFoot, RouterLink],
  templateUrl: './rate-report.html',
  styleUrl: './rate-report.scss',
})
export class RateReport {
  readonly shape = input.required<ReportShape>();

  private readonly today = inject(DateWords).today();
  protected readonly periods = PERIODS;
  protected readonly levels = riskLevel;
  protected readonly share = shareOf;
  protected readonly asBars = signal(true);
  protected readonly back = linkedSignal(() => this.shape().days ?? null);
  protected readonly cut = linkedSignal(() => this.shape().cuts[0]);
  protected readonly query = computed(() => {
    const { cuts, asks = 'by' } = this.shape();
    const back = this.back();
    const asked = {
      ...(cuts.length > 1 ? { [asks]: this.cut()?.code ?? '' } : {}),
      ...(back === null ? {} : { from: addDays(this.today, 1 - back), to: this.today }),
    };
    return Object.keys(asked).length ? `?${new URLSearchParams(asked).toString()}` : '';
  });
  protected readonly report = httpResource<RateReportView & { medians?: readonly MedianView[] }>(
    () => `/api/reports/${this.shape().path}${this.query()}`,
  );
  protected readonly columns = computed(() => columnsOf(this.cells(), this.cut()?.columns?.codes ?? []));
  protected readonly rows = computed(() => rateRows(this.cells(), this.columns(), this.cut()?.keys?.codes));
  /** P-10: the levels of the first day down, those of the last across. */
  protected readonly flow = computed<readonly RateRow[]>(() => {
    const cells = this.report.hasValue() ? this.report.value().flow : [];
    return rateRows(cells, riskLevel.codes, riskLevel.codes);
  });

  protected readonly medians = computed(() => (this.report.hasValue() ? (this.report.value().medians ?? []) : []));
  /** Durations have an end that some have not reached yet; levels have none. */
  protected readonly waits = computed(() => this.medians().some(({ column }) => column === null));
  protected readonly sides: Readonly<Record<string, string>> = {
    before: $localize`:@@board.before:At the beginning`,
    after: $localize`:@@board.after:At this point`,
  };

  protected list(cell: RateCell): ListBehind | null {
    const { from, to } = this.report.value() ?? {};
    return this.cut()?.list?.(cell, { from: from ?? '', to: to ?? '' }) ?? null;
  }

  private cells(): readonly RateCell[] {
    return this.report.hasValue() ? this.report.value().cells : [];
  }
}
