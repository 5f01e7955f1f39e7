import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeChange, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { choicesOf } from '../platform/form/choices';
import { type ListBehind, type RateCut, RateReport } from './rate-report.part';

/** Counted without their cases: there is no list behind them. */
const SEALED = ['D03', 'D09', 'D10'];

const casesAt =
  (point: string) =>
  ({ key, column }: RateCell): ListBehind => ({
    path: '/report-cases/reintegration',
    query: { point, domain: key, ...(column ? { change: column } : {}) },
  });
const ofOffice = ({ key }: RateCell): ListBehind => ({ path: '/report-cases/stable-independence', query: { office: key, stable: 'YES' } });

/** How lives go: P-24 and P-25. */
@Component({
  selector: 'app-outcome-reports',
  imports: [RateReport],
  template: `
    <app-rate-report
      path="reintegration"
      asks="point"
      title="Before and after"
      i18n-title="@@board.p24"
      definition="The level at this point beside that at the beginning, for the same person and domain: improved, the same, or worse. Nothing is added up over domains. Safety, wellbeing and family are counted without their cases."
      i18n-definition="@@board.p24Text"
      [cuts]="points"
    />
    <app-rate-report
      path="stable-independence"
      title="Stable independence"
      i18n-title="@@board.p25"
      definition="Clients at level 4 or 5 in legal status, housing, income and autonomy at two points in turn, of those whose baseline is a year old."
      i18n-definition="@@board.p25Text"
      [cuts]="stableCuts"
    />
  `,
  host: { class: 'stack roomy' },
})
export class OutcomeReports {
  protected readonly points: readonly RateCut[] = choicesOf(reviewPoint)
    .filter(({ code }) => ['M6', 'M12', 'M24'].includes(code))
    .map((choice) => ({ ...choice, keys: outcomeDomain, columns: outcomeChange, list: listBehind(choice.code) }));
  protected readonly stableCuts: readonly RateCut[] = [
    { code: 'office', label: $localize`:@@board.office:Office`, keys: null, columns: null, list: ofOffice },
  ];
}

function listBehind(point: string): (cell: RateCell) => ListBehind | null {
  const list = casesAt(point);
  return (cell) => (SEALED.includes(cell.key) ? null : list(cell));
}
