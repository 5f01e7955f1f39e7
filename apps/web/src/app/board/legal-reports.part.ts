import { Component } from '@angular/core';
import { claimState, procedureType } from '@panah/domain/vocabulary/claims';
import { codeList } from '@panah/domain/vocabulary/code-list';
import { CLAIM_COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { permitSpan } from '@panah/domain/vocabulary/legal-reports';
import { type ListBehind, RateReport, type ReportShape } from './rate-report.part';

const country = codeList(
  Object.fromEntries(CLAIM_COUNTRIES.map((code) => [code, { en: countryName(code, 'en'), fa: countryName(code, 'fa') }])),
);
const deadlines = (query: Readonly<Record<string, string>>): ListBehind => ({ path: '/deadlines', query });
const claims = (query: Readonly<Record<string, string>>): ListBehind => deadlines({ view: 'claims', ...query });
const COUNTRY = $localize`:@@board.country:Country`;

/** How the procedures go: P-16, P-18, P-19, P-20. */
@Component({
  selector: 'app-legal-reports',
  imports: [RateReport],
  template: `
    @for (report of reports; track report.path) {
      <app-rate-report [shape]="report" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class LegalReports {
  protected readonly reports: readonly ReportShape[] = [
    {
      path: 'claims-by-stage',
      title: $localize`:@@board.p16:Claims by stage`,
      definition: $localize`:@@board.p16Text:Claims that are open now, by where they stand; of all that are open.`,
      cuts: [
        { code: 'state', label: $localize`:@@board.stage:Stage`, keys: claimState, list: ({ key }) => claims({ state: key }) },
        {
          code: 'country',
          label: COUNTRY,
          keys: country,
          columns: claimState,
          list: ({ key, column }) => claims({ country: key, ...(column ? { state: column } : {}) }),
        },
        { code: 'procedure', label: $localize`:@@board.procedure:Procedure`, keys: procedureType, columns: claimState },
      ],
    },
    {
      path: 'deadlines-kept',
      title: $localize`:@@board.p18:Deadlines kept`,
      definition: $localize`:@@board.p18Text:Deadlines met on their day or before, of those whose day lay in this time; without those that were extended or that the client did not use.`,
      cuts: [
        {
          code: 'type',
          label: $localize`:@@board.kind:Kind`,
          keys: deadlineType,
          list: ({ key }) => deadlines({ state: 'MET', type: key }),
        },
        { code: 'country', label: COUNTRY, keys: country, list: ({ key }) => deadlines({ state: 'MET', country: key }) },
      ],
      days: 91,
    },
    {
      path: 'permits-ending',
      title: $localize`:@@board.p19:Permits that end`,
      definition: $localize`:@@board.p19Text:Permits whose last day lies in the next 180 days, without a renewal lodged or another after them.`,
      cuts: [
        {
          code: 'span',
          label: $localize`:@@board.ends:Ends in`,
          keys: permitSpan,
          list: ({ key }) => deadlines({ view: 'permits', ends: key }),
        },
      ],
    },
    {
      path: 'representation',
      title: $localize`:@@board.p20:Represented`,
      definition: $localize`:@@board.p20Text:Open claims with a legal representative who stands today, of all open claims.`,
      cuts: [{ code: 'country', label: COUNTRY, keys: country, list: ({ key }) => claims({ country: key, represented: 'YES' }) }],
    },
  ];
}
