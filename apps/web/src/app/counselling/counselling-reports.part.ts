import { Component } from '@angular/core';
import { sessionModality } from '@panah/domain/vocabulary/counselling';
import { type RateCut, RateReport } from '../board/rate-report.part';
import { AccessReport } from './access-report';

/** P-21 and P-22, for coordinators and for whoever leads counselling. */
@Component({
  selector: 'app-counselling-reports',
  imports: [AccessReport, RateReport],
  template: `
    <app-access-report />
    <app-rate-report
      path="counselling-attendance"
      title="Attendance of counselling"
      i18n-title="@@counselling.p22"
      definition="Sessions that the person came to, of those attended, missed or cut short."
      i18n-definition="@@counselling.p22Text"
      [cuts]="cuts"
      [days]="91"
    />
  `,
  host: { class: 'stack roomy' },
})
export class CounsellingReports {
  protected readonly cuts: readonly RateCut[] = [
    { code: 'modality', label: $localize`:@@counselling.modality:How`, keys: sessionModality, columns: null },
  ];
}
