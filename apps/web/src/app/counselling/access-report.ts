import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CounsellingAccessCell,
  CounsellingAccessView,
  CounsellingReportCasesView,
} from '@panah/contracts/counselling-reports.contract';
import { addDays } from '@panah/domain/dates/calendar-days';
import { counsellingService } from '@panah/domain/vocabulary/counselling';
import { ReportFoot } from '../board/report-foot.part';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';

const LOOKS_BACK = 180;

/** P-21: how long people wait from the request to the first session they came to; those who still wait stand apart. */
@Component({
  selector: 'app-access-report',
  imports: [CodeLabel, DateText, Icon, LanguageLabel, NumberText, ProblemNotice, ReportFoot, RouterLink],
  templateUrl: './access-report.html',
  styleUrl: './access-report.scss',
})
export class AccessReport {
  private readonly today = inject(DateWords).today();
  protected readonly services = counsellingService;
  protected readonly by = signal<'service' | 'language'>('service');
  protected readonly asked = signal<{ key: string; part: string } | null>(null);
  protected readonly query = computed(() =>
    new URLSearchParams({ by: this.by(), from: addDays(this.today, 1 - LOOKS_BACK), to: this.today }).toString(),
  );
  protected readonly report = httpResource<CounsellingAccessView>(() => `/api/reports/counselling-access?${this.query()}`);
  protected readonly behind = httpResource<CounsellingReportCasesView>(() => {
    const asked = this.asked();
    return asked ? `/api/reports/counselling-access-cases?${this.query()}&${new URLSearchParams(asked).toString()}` : undefined;
  });
  /** The longest median is the whole width. */
  private readonly longest = computed(() =>
    this.report.hasValue() ? Math.max(1, ...this.report.value().cells.map(({ medianDays }) => medianDays ?? 0)) : 1,
  );

  protected share({ medianDays }: CounsellingAccessCell): number {
    return Math.round(((medianDays ?? 0) * 100) / this.longest());
  }

  protected cut(by: 'service' | 'language'): void {
    this.by.set(by);
    this.asked.set(null);
  }

  protected show(key: string, part: string): void {
    this.asked.set({ key, part });
  }
}
