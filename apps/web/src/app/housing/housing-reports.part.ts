import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { placementKind, urgencyBand, waitingConstraint } from '@panah/domain/vocabulary/housing';
import { type ListBehind, type PeriodShown, type RateCut, RateReport } from '../board/rate-report.part';

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

/** How long people wait for a place, how full the places are, and whether people move on well: P-11 to P-14. */
@Component({
  selector: 'app-housing-reports',
  imports: [RateReport],
  template: `
    <app-rate-report
      path="time-to-housing"
      title="Time to a place to live"
      i18n-title="@@housing.p11"
      definition="Of the clients whose first request lies in this time: how many moved in, other than for emergency nights, and after how many days; who still waits stands apart."
      i18n-definition="@@housing.p11Text"
      [cuts]="housedCuts"
      [days]="91"
    />
    <app-rate-report
      path="housing-waiting"
      title="Waiting for a place"
      i18n-title="@@housing.p12"
      definition="Requests that wait now, and for how many days."
      i18n-definition="@@housing.p12Text"
      [cuts]="waitingCuts"
    />
    <app-rate-report
      path="occupancy"
      title="How full the places are"
      i18n-title="@@housing.p13"
      definition="Nights slept in, of the nights that places could be slept in."
      i18n-definition="@@housing.p13Text"
      [cuts]="occupancyCuts"
      [days]="91"
    />
    <app-rate-report
      path="positive-move-on"
      title="Moving on well"
      i18n-title="@@housing.p14"
      definition="Of the stays that ended in this time: to an own rental, social housing, family for good, or planned care."
      i18n-definition="@@housing.p14Text"
      [cuts]="movedCuts"
      [days]="91"
    />
  `,
  host: { class: 'stack roomy' },
})
export class HousingReports {
  protected readonly housedCuts: readonly RateCut[] = [
    {
      code: 'country',
      label: $localize`:@@housing.country:Country`,
      keys: countries,
      columns: null,
      list: behind('time-to-housing', 'HOUSED', 'country'),
    },
    {
      code: 'household',
      label: $localize`:@@housing.household:How many people`,
      keys: null,
      columns: null,
      list: behind('time-to-housing', 'HOUSED', 'household'),
    },
  ];
  protected readonly waitingCuts: readonly RateCut[] = [
    { code: 'urgency', label: $localize`:@@housing.urgency:Urgency`, keys: urgencyBand, columns: null, list: waiting },
    { code: 'constraint', label: $localize`:@@housing.constraints:What matters`, keys: waitingConstraint, columns: null, list: waiting },
  ];
  protected readonly occupancyCuts: readonly RateCut[] = [
    {
      code: 'provider',
      label: $localize`:@@housing.provider:Provider`,
      keys: null,
      columns: null,
      list: ({ key }) => ({ path: '/housing/units', query: { provider: key } }),
    },
    { code: 'month', label: $localize`:@@housing.month:Month`, keys: null, columns: null },
  ];
  protected readonly movedCuts: readonly RateCut[] = [
    {
      code: 'kind',
      label: $localize`:@@housing.kind:Kind of place`,
      keys: placementKind,
      columns: null,
      list: behind('positive-move-on', 'POSITIVE'),
    },
  ];
}
