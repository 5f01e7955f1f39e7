import { Injectable } from '@nestjs/common';
import type { JourneyReportView, MedianView } from '@panah/contracts/journey-reports.contract';
import type { InboxFiguresView, ReferralReportCasesView } from '@panah/contracts/referral-reports.contract';
import type { PeriodQuery, RateCell } from '@panah/contracts/reports.contract';
import { type Period, periodOf } from '@panah/domain/board/period.rules';
import { PartnerRecords } from '../partners/partner.records';
import { currentActor } from '../platform/access/current-reach';
import { type ReferralMedian, type ReferralRate, type ReferralReport, ReferralReportRecords } from './referral-report.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;
const LOOKS_BACK = 91;
const CODES: Readonly<Record<ReferralReport, string>> = { answers: 'P-30', acceptance: 'P-31', loop: 'P-32' };

/** How partners answer: how fast, how often with a yes, and whether we hear what became of it (model 6.2, P-30 to P-32). */
@Injectable()
export class ReferralReports {
  constructor(
    private readonly reports: ReferralReportRecords,
    private readonly partners: PartnerRecords,
  ) {}

  async read(report: ReferralReport, by = 'partner', asked: PeriodQuery = {}): Promise<JourneyReportView> {
    const view = await this.counted(report, by, await this.period(asked));
    const names = by === 'partner' ? await this.partners.names(view.cells.map(({ key }) => key)) : new Map<string, string>();
    const named = <Row extends { key: string; name: string | null }>(row: Row): Row => ({ ...row, name: names.get(row.key) ?? row.key });
    return { ...view, cells: view.cells.map(named), medians: view.medians.map(named) };
  }

  async cases(report: ReferralReport, by = 'partner', key: string | undefined, asked: PeriodQuery = {}): Promise<ReferralReportCasesView> {
    const rows = await this.reports.behind(report, by, await this.period(asked), key ?? null);
    const names = await this.partners.names(rows.map(({ partnerId }) => partnerId));
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _total, partnerId, hours, ...row }) => ({
        ...row,
        partner: names.get(partnerId) ?? '',
        hours: rounded(hours) ?? 0,
      })),
    };
  }

  /** A partner's own. */
  async own(asked: PeriodQuery = {}): Promise<InboxFiguresView> {
    const period = await this.period(asked);
    return {
      id: currentActor().partnerId ?? '',
      answers: await this.counted('answers', 'urgency', period),
      acceptance: await this.counted('acceptance', 'service', period),
      loop: await this.counted('loop', 'service', period),
    };
  }

  private async counted(report: ReferralReport, by: string, period: Period): Promise<JourneyReportView> {
    const rows = await this.reports.rates(report, by, period);
    const medians = report === 'answers' ? await this.reports.medians(by, period) : [];
    const cells = rows.flatMap(cellsOf);
    return {
      ...{ code: CODES[report], definition: DEFINITION, by, ...period, at: new Date().toISOString(), cells, flow: [] },
      count: cells.reduce((sum, { count }) => sum + count, 0),
      of: cells.reduce((sum, { of }) => sum + of, 0),
      leftOut: rows.flatMap(({ key, column, count }) => (key === null && column && count ? [{ reason: column, count }] : [])),
      medians: medians.map(medianOf),
    };
  }

  private async period(asked: PeriodQuery): Promise<Period> {
    return periodOf(asked, today(), LOOKS_BACK);
  }
}

const cellsOf = ({ key, column, count, of }: ReferralRate): RateCell[] => (key === null ? [] : [{ key, name: null, column, count, of }]);

function medianOf({ key, n, q1, median, q3, longest, waiting, waitingMedian }: ReferralMedian): MedianView {
  const [first, middle, third, last, soFar] = [q1, median, q3, longest, waitingMedian].map(rounded);
  return {
    key,
    name: null,
    column: null,
    n,
    q1: first ?? null,
    median: middle ?? null,
    q3: third ?? null,
    longest: last ?? null,
    waiting,
    waitingMedian: soFar ?? null,
  };
}

/** Hours to one place: minutes would say more than anybody asked. */
const rounded = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 10) / 10);
