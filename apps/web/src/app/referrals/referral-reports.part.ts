import { Component } from '@angular/core';
import type { RateCell } from '@panah/contracts/reports.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralUrgency } from '@panah/domain/vocabulary/referrals';
import { type ListBehind, type PeriodShown, RateReport, type ReportShape } from '../board/rate-report.part';

const QUARTER = 91;
const behind =
  (report: string, by?: string) =>
  ({ key }: RateCell, { from, to }: PeriodShown): ListBehind => ({
    path: `/report-cases/${report}`,
    query: { key, from, to, ...(by ? { by } : {}) },
  });
const PARTNER = $localize`:@@referrals.partner:Partner`;

/** How partners answer: how fast, how often with a yes, and whether we hear what became of it; P-30 to P-32. */
@Component({
  selector: 'app-referral-reports',
  imports: [RateReport],
  template: `
    @for (report of reports; track report.path) {
      <app-rate-report [shape]="report" />
    }
  `,
  host: { class: 'stack roomy' },
})
export class ReferralReports {
  protected readonly reports: readonly ReportShape[] = [
    {
      path: 'referral-answers',
      title: $localize`:@@referrals.p30:Time until a partner decides`,
      definition: $localize`:@@referrals.p30Text:Hours from sending to the decision, without the one permitted pause; decided in this time, of those and what waits still.`,
      cuts: [
        { code: 'partner', label: PARTNER, list: behind('referral-answers', 'partner') },
        {
          code: 'urgency',
          label: $localize`:@@referrals.urgency:Urgency`,
          keys: referralUrgency,
          list: behind('referral-answers', 'urgency'),
        },
      ],
      days: QUARTER,
    },
    {
      path: 'referral-acceptance',
      title: $localize`:@@referrals.p31:How often partners accept`,
      definition: $localize`:@@referrals.p31Text:Accepted, of what was accepted, declined, or not answered in time.`,
      cuts: [
        { code: 'partner', label: PARTNER, list: behind('referral-acceptance', 'partner') },
        {
          code: 'service',
          label: $localize`:@@referrals.service:Service`,
          keys: serviceRequested,
          list: behind('referral-acceptance', 'service'),
        },
      ],
      days: QUARTER,
    },
    {
      path: 'referral-loop',
      title: $localize`:@@referrals.p32:Whether we hear what became of it`,
      definition: $localize`:@@referrals.p32Text:With an outcome, or a report of the last thirty days, of the referrals that were accepted and open or completed in this time.`,
      cuts: [{ code: 'partner', label: PARTNER, list: behind('referral-loop') }],
      days: QUARTER,
    },
  ];
}
