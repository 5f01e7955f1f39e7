import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeChange, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { choicesOf } from '../platform/form/choices';
import { type ListBehind, RateReport, type ReportShape } from './rate-report.part';

/** Counted without their cases: there is no list behind them. */
const SEALED = ['D03', 'D09', 'D10'];

const casesAt =
  (point: string) =>
  ({ key, column }: RateCell): ListBehind | null =>
    SEALED.includes(key)
      ? null
      : { path: '/report-cases/reintegration', query: { point, domain: key, ...(column ? { change: column } : {}) } };
const ofOffice = ({ key }: RateCell): ListBehind => ({ path: '/report-cases/stable-independence', query: { office: key, stable: 'YES' } });

/** How lives go: P-24 and P-25. */
@Component({
  selector: 'app-outcome-reports',
  imports: [RateReport],
  template: `
    @for (report of reports; track report.path) {
      <app-rate-report [shape]="report" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class OutcomeReports {
  protected readonly reports: readonly ReportShape[] = [
    {
      path: 'reintegration',
      asks: 'point',
      title: $localize`:@@board.p24:Before and after`,
      definition: $localize`:@@board.p24Text:The level at this point beside that at the beginning, for the same person and domain: improved, the same, or worse. Nothing is added up over domains. Safety, wellbeing and family are counted without their cases.`,
      cuts: choicesOf(reviewPoint)
        .filter(({ code }) => ['M6', 'M12', 'M24'].includes(code))
        .map((choice) => ({ ...choice, keys: outcomeDomain, columns: outcomeChange, list: casesAt(choice.code) })),
    },
    {
      path: 'stable-independence',
      title: $localize`:@@board.p25:Stable independence`,
      definition: $localize`:@@board.p25Text:Clients at level 4 or 5 in legal status, housing, income and autonomy at two points in turn, of those whose baseline is a year old.`,
      cuts: [{ code: 'office', label: $localize`:@@board.office:Office`, list: ofOffice }],
    },
  ];
}
