import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { daysLate, onTimePart, overdueKind } from '@panah/domain/vocabulary/board';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { type ListBehind, type PeriodShown, RateReport, type ReportShape } from './rate-report.part';

const ofKind = ({ key }: RateCell): ListBehind => ({ path: '/board', query: { kind: key } });
const ofWorker = ({ key, column }: RateCell): ListBehind => ({
  path: '/board',
  query: { ...(key === 'NONE' ? {} : { worker: key }), ...(column ? { kind: column } : {}) },
});
const ofLevel = ({ column }: RateCell): ListBehind => ({ path: '/cases', query: { state: 'OPEN', ...(column ? { risk: column } : {}) } });
const ofContact = ({ key, column }: RateCell, { from, to }: PeriodShown): ListBehind => ({
  path: '/report-cases/contact-standard',
  query: { ...(column ? { worker: key, level: column } : { level: key }), from, to },
});
const ofOnTime = ({ key, column }: RateCell, { from, to }: PeriodShown): ListBehind => ({
  path: '/report-cases/on-time',
  query: { office: key, kept: 'YES', ...(column ? { part: column } : {}), from, to },
});

const OFFICE = $localize`:@@board.office:Office`;
const WORKER = $localize`:@@board.worker:Worker`;

/** How the work goes: P-07 to P-10. */
@Component({
  selector: 'app-practice-reports',
  imports: [RateReport],
  template: `
    @for (report of reports; track report.path) {
      <app-rate-report [shape]="report" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class PracticeReports {
  protected readonly reports: readonly ReportShape[] = [
    {
      path: 'overdue',
      title: $localize`:@@board.p07:Late`,
      definition: $localize`:@@board.p07Text:What should have been done by now, of all that is open of its kind.`,
      cuts: [
        { code: 'kind', label: $localize`:@@board.kind:Kind`, keys: overdueKind, list: ofKind },
        { code: 'worker', label: WORKER, columns: overdueKind, list: ofWorker },
        { code: 'late', label: $localize`:@@board.howLate:How late`, keys: daysLate },
      ],
    },
    {
      path: 'contact-standard',
      title: $localize`:@@board.p08:Contact in the agreed rhythm`,
      definition: $localize`:@@board.p08Text:Weeks in which never more than a day passed without contact at imminent risk, 7 at high, 14 at medium, 30 at low; of all whole weeks at the level that stood when the week began.`,
      cuts: [
        { code: 'level', label: $localize`:@@board.risk:Risk`, keys: riskLevel, list: ofContact },
        { code: 'worker', label: WORKER, columns: riskLevel, list: ofContact },
      ],
      days: 28,
    },
    {
      path: 'on-time',
      title: $localize`:@@board.p09:Assessment and plan in time`,
      definition: $localize`:@@board.p09Text:Of the cases opened in this time: a final risk assessment within 10 working days, an approved plan within 15.`,
      cuts: [{ code: 'office', label: OFFICE, columns: onTimePart, list: ofOnTime }],
      days: 91,
    },
    {
      path: 'risk-profile',
      title: $localize`:@@board.p10:How risk lies, and how it moves`,
      definition: $localize`:@@board.p10Text:Clients with an open case on the last day, by the level that stood then; and from which level to which since the first day.`,
      cuts: [{ code: 'office', label: OFFICE, columns: riskLevel, list: ofLevel }],
      days: 28,
    },
  ];
}
