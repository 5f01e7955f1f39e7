import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { daysLate, onTimePart, overdueKind } from '@panah/domain/vocabulary/board';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { type ListBehind, type PeriodShown, type RateCut, RateReport } from './rate-report.part';

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

/** How the work goes: P-07 to P-10. */
@Component({
  selector: 'app-practice-reports',
  imports: [RateReport],
  template: `
    <app-rate-report
      path="overdue"
      title="Late"
      i18n-title="@@board.p07"
      definition="What should have been done by now, of all that is open of its kind."
      i18n-definition="@@board.p07Text"
      [cuts]="overdueCuts"
    />
    <app-rate-report
      path="contact-standard"
      title="Contact in the agreed rhythm"
      i18n-title="@@board.p08"
      definition="Weeks in which never more than a day passed without contact at imminent risk, 7 at high, 14 at medium, 30 at low; of all whole weeks at the level that stood when the week began."
      i18n-definition="@@board.p08Text"
      [cuts]="contactCuts"
      [days]="28"
    />
    <app-rate-report
      path="on-time"
      title="Assessment and plan in time"
      i18n-title="@@board.p09"
      definition="Of the cases opened in this time: a final risk assessment within 10 working days, an approved plan within 15."
      i18n-definition="@@board.p09Text"
      [cuts]="onTimeCuts"
      [days]="91"
    />
    <app-rate-report
      path="risk-profile"
      title="How risk lies, and how it moves"
      i18n-title="@@board.p10"
      definition="Clients with an open case on the last day, by the level that stood then; and from which level to which since the first day."
      i18n-definition="@@board.p10Text"
      [cuts]="riskCuts"
      [days]="28"
    />
  `,
  host: { class: 'stack roomy' },
})
export class PracticeReports {
  protected readonly overdueCuts: readonly RateCut[] = [
    { code: 'kind', label: $localize`:@@board.kind:Kind`, keys: overdueKind, columns: null, list: ofKind },
    { code: 'worker', label: $localize`:@@board.worker:Worker`, keys: null, columns: overdueKind, list: ofWorker },
    { code: 'late', label: $localize`:@@board.howLate:How late`, keys: daysLate, columns: null },
  ];
  protected readonly contactCuts: readonly RateCut[] = [
    { code: 'level', label: $localize`:@@board.risk:Risk`, keys: riskLevel, columns: null, list: ofContact },
    { code: 'worker', label: $localize`:@@board.worker:Worker`, keys: null, columns: riskLevel, list: ofContact },
  ];
  protected readonly onTimeCuts: readonly RateCut[] = [
    { code: 'office', label: $localize`:@@board.office:Office`, keys: null, columns: onTimePart, list: ofOnTime },
  ];
  protected readonly riskCuts: readonly RateCut[] = [
    { code: 'office', label: $localize`:@@board.office:Office`, keys: null, columns: riskLevel, list: ofLevel },
  ];
}
