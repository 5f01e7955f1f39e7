import { Component } from '@angular/core';
import { sessionModality } from '@panah/domain/vocabulary/counselling';
import { RateReport, type ReportShape } from '../board/rate-report.part';
import { AccessReport } from './access-report';

/** P-21 and P-22, for coordinators and for whoever leads counselling. */
@Component({
  selector: 'app-counselling-reports',
  imports: [AccessReport, RateReport],
  template: `
    <app-access-report />
    <app-rate-report [shape]="attendance" />
  `,
  host: { class: 'stack roomy' },
})
export class CounsellingReports {
  protected readonly attendance: ReportShape = {
    path: 'counselling-attendance',
    title: $localize`:@@counselling.p22:Attendance of counselling`,
    definition: $localize`:@@counselling.p22Text:Sessions that the person came to, of those attended, missed or cut short.`,
    cuts: [{ code: 'modality', label: $localize`:@@counselling.modality:How`, keys: sessionModality }],
    days: 91,
  };
}
