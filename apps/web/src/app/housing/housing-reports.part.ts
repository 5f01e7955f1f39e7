import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { placementKind, urgencyBand, waitingConstraint } from '@panah/domain/vocabulary/housing';
import { type ListBehind, type PeriodShown, RateReport, type ReportShape } from '../board/rate-report.part';

const countries: CodeList<string> = {
  codes: COUNTRIES,
  has: (value): value is string => COUNTRIES.some((code) => code === value),
  label: (code, language) => countryName(code, language),
};
const behind =
  (report: string, part: string, by?: string) =>
  ({ key }: RateCell, { from, to }: PeriodShown): ListBehind => ({
    path: `/report-cases/${report}`,
    query: { part, key, from, to, ...(by ? { by } : {}) },
  });
const waiting = (): ListBehind => ({ path: '/housing/waiting', query: {} });
const ofProvider = ({ key }: RateCell): ListBehind => ({ path: '/housing/units', query: { provider: key } });

/** How long people wait for a place, how full the places are, and whether people move on well: P-11 to P-14. */
@Component({
  selector: 'app-housing-reports',
  imports: [RateReport],
  template: `
    @for (report of reports; track report.path) {
      <app-rate-report [shape]="report" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class HousingReports {
  protected readonly reports: readonly ReportShape[] = [
    {
      path: 'time-to-housing',
      title: $localize`:@@housing.p11:Time to a place to live`,
      definition: $localize`:@@housing.p11Text:Of the clients whose first request lies in this time: how many moved in, other than for emergency nights, and after how many days; who still waits stands apart.`,
      cuts: [
        {
          code: 'country',
          label: $localize`:@@housing.country:Country`,
          keys: countries,
          list: behind('time-to-housing', 'HOUSED', 'country'),
        },
        {
          code: 'household',
          label: $localize`:@@housing.household:How many people`,
          list: behind('time-to-housing', 'HOUSED', 'household'),
        },
      ],
      days: 91,
    },
    {
      path: 'housing-waiting',
      title: $localize`:@@housing.p12:Waiting for a place`,
      definition: $localize`:@@housing.p12Text:Requests that wait now, and for how many days.`,
      cuts: [
        { code: 'urgency', label: $localize`:@@housing.urgency:Urgency`, keys: urgencyBand, list: waiting },
        { code: 'constraint', label: $localize`:@@housing.constraints:What matters`, keys: waitingConstraint, list: waiting },
      ],
    },
    {
      path: 'occupancy',
      title: $localize`:@@housing.p13:How full the places are`,
      definition: $localize`:@@housing.p13Text:Nights slept in, of the nights that places could be slept in.`,
      cuts: [
        { code: 'provider', label: $localize`:@@housing.provider:Provider`, list: ofProvider },
        { code: 'month', label: $localize`:@@housing.month:Month` },
      ],
      days: 91,
    },
    {
      path: 'positive-move-on',
      title: $localize`:@@housing.p14:Moving on well`,
      definition: $localize`:@@housing.p14Text:Of the stays that ended in this time: to an own rental, social housing, family for good, or planned care.`,
      cuts: [
        {
          code: 'kind',
          label: $localize`:@@housing.kind:Kind of place`,
          keys: placementKind,
          list: behind('positive-move-on', 'POSITIVE'),
        },
      ],
      days: 91,
    },
  ];
}
