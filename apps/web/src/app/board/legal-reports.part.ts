import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { claimState, procedureType } from '@panah/domain/vocabulary/claims';
import { codeList } from '@panah/domain/vocabulary/code-list';
import { CLAIM_COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { permitSpan } from '@panah/domain/vocabulary/legal-reports';
import { type ListBehind, type RateCut, RateReport } from './rate-report.part';

const country = codeList(
  Object.fromEntries(CLAIM_COUNTRIES.map((code) => [code, { en: countryName(code, 'en'), fa: countryName(code, 'fa') }])),
);
const claims = (query: Readonly<Record<string, string>>): ListBehind => ({ path: '/deadlines', query: { view: 'claims', ...query } });
const STATE = $localize`:@@board.stage:Stage`;
const COUNTRY = $localize`:@@board.country:Country`;

/** How the procedures go: P-16, P-18, P-19, P-20. */
@Component({
  selector: 'app-legal-reports',
  imports: [RateReport],
  template: `
    <app-rate-report
      path="claims-by-stage"
      title="Claims by stage"
      i18n-title="@@board.p16"
      definition="Claims that are open now, by where they stand; of all that are open."
      i18n-definition="@@board.p16Text"
      [cuts]="stageCuts"
    />
    <app-rate-report
      path="deadlines-kept"
      title="Deadlines kept"
      i18n-title="@@board.p18"
      definition="Deadlines met on their day or before, of those whose day lay in this time; without those that were extended or that the client did not use."
      i18n-definition="@@board.p18Text"
      [cuts]="keptCuts"
      [days]="91"
    />
    <app-rate-report
      path="permits-ending"
      title="Permits that end"
      i18n-title="@@board.p19"
      definition="Permits whose last day lies in the next 180 days, without a renewal lodged or another after them."
      i18n-definition="@@board.p19Text"
      [cuts]="permitCuts"
    />
    <app-rate-report
      path="representation"
      title="Represented"
      i18n-title="@@board.p20"
      definition="Open claims with a legal representative who stands today, of all open claims."
      i18n-definition="@@board.p20Text"
      [cuts]="representedCuts"
    />
  `,
  host: { class: 'stack roomy' },
})
export class LegalReports {
  protected readonly stageCuts: readonly RateCut[] = [
    { code: 'state', label: STATE, keys: claimState, columns: null, list: ({ key }: RateCell) => claims({ state: key }) },
    {
      code: 'country',
      label: COUNTRY,
      keys: country,
      columns: claimState,
      list: ({ key, column }: RateCell) => claims({ country: key, ...(column ? { state: column } : {}) }),
    },
    { code: 'procedure', label: $localize`:@@board.procedure:Procedure`, keys: procedureType, columns: claimState },
  ];
  protected readonly keptCuts: readonly RateCut[] = [
    {
      code: 'type',
      label: $localize`:@@board.kind:Kind`,
      keys: deadlineType,
      columns: null,
      list: ({ key }: RateCell) => ({ path: '/deadlines', query: { state: 'MET', type: key } }),
    },
    {
      code: 'country',
      label: COUNTRY,
      keys: country,
      columns: null,
      list: ({ key }: RateCell) => ({ path: '/deadlines', query: { state: 'MET', country: key } }),
    },
  ];
  protected readonly permitCuts: readonly RateCut[] = [
    {
      code: 'span',
      label: $localize`:@@board.ends:Ends in`,
      keys: permitSpan,
      columns: null,
      list: ({ key }: RateCell) => ({ path: '/deadlines', query: { view: 'permits', ends: key } }),
    },
  ];
  protected readonly representedCuts: readonly RateCut[] = [
    {
      code: 'country',
      label: COUNTRY,
      keys: country,
      columns: null,
      list: ({ key }: RateCell) => claims({ country: key, represented: 'YES' }),
    },
  ];
}
