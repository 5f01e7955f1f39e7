import { Injectable } from '@nestjs/common';
import type { HousingReportCasesView } from '@panah/contracts/housing-reports.contract';
import type { JourneyReportView, MedianView } from '@panah/contracts/journey-reports.contract';
import type { PeriodQuery, RateCell } from '@panah/contracts/reports.contract';
import { type Period, periodOf } from '@panah/domain/board/period.rules';
import { type HousingCaseRow, type HousingMedian, type HousingRate, HousingReportRecords } from './housing-report.records';
import { ProviderRecords } from './provider.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;
const LOOKS_BACK = 91;

type Shown = Pick<JourneyReportView, 'code' | 'by' | 'from' | 'to'>;

/** How long people wait for a place, how full the places are, and whether people move on well (model 6.2, P-11 to P-14). */
@Injectable()
export class HousingReports {
  constructor(
    private readonly reports: HousingReportRecords,
    private readonly providers: ProviderRecords,
  ) {}

  /** P-11: days to the first move-in that is no emergency, of the clients whose first request lies in the period; who waits still stands apart. */
  async housed(by = 'country', asked: PeriodQuery = {}): Promise<JourneyReportView> {
    const period = await this.period(asked);
    return viewOf({ code: 'P-11', by, ...period }, await this.reports.housed(by, period), await this.reports.housedDays(by, period));
  }

  async housedCases(by = 'country', key: string | undefined, part = 'ALL', asked: PeriodQuery = {}): Promise<HousingReportCasesView> {
    return casesOf(await this.reports.housedCases(by, await this.period(asked), key ?? null, part));
  }

  /** P-12: who waits now: how many, half of them how long, the longest. */
  async waiting(by = 'urgency'): Promise<JourneyReportView> {
    const rows = await this.reports.waiting(by);
    const view = viewOf({ code: 'P-12', by, from: null, to: today() }, rows, await this.reports.waitingDays(by));
    const all = rows[0]?.of ?? 0;
    return { ...view, count: all, of: all };
  }

  /** P-13: bed-nights that were slept in, of those that could be. */
  async occupancy(by = 'provider', asked: PeriodQuery = {}): Promise<JourneyReportView> {
    const period = await this.period(asked);
    const view = viewOf({ code: 'P-13', by, ...period }, await this.reports.occupancy(by, period), []);
    if (by !== 'provider') return view;
    const { items } = await this.providers.list({ limit: 100 });
    // a safe house has a number, and no name
    const names = new Map(items.map(({ row, words }) => [row.id, words.name ?? String(row.number)]));
    return { ...view, cells: view.cells.map((cell) => ({ ...cell, name: names.get(cell.key) ?? cell.key })) };
  }

  /** P-14: stays that led on well, of those that ended in the period. */
  async movedOn(asked: PeriodQuery = {}): Promise<JourneyReportView> {
    const period = await this.period(asked);
    return viewOf({ code: 'P-14', by: 'kind', ...period }, await this.reports.movedOn(period), []);
  }

  async movedOnCases(key: string | undefined, part = 'ALL', asked: PeriodQuery = {}): Promise<HousingReportCasesView> {
    return casesOf(await this.reports.movedOnCases(await this.period(asked), key ?? null, part));
  }

  private async period(asked: PeriodQuery): Promise<Period> {
    return periodOf(asked, today(), LOOKS_BACK);
  }
}

function viewOf(shown: Shown, rows: readonly HousingRate[], medians: readonly HousingMedian[]): JourneyReportView {
  const cells = rows.flatMap(({ key, column, count, of }): RateCell[] => (key === null ? [] : [{ key, name: key, column, count, of }]));
  return {
    ...shown,
    definition: DEFINITION,
    at: new Date().toISOString(),
    count: cells.reduce((sum, { count }) => sum + count, 0),
    of: cells.reduce((sum, { of }) => sum + of, 0),
    cells,
    flow: [],
    leftOut: rows.flatMap(({ key, column, count }) => (key === null && column && count ? [{ reason: column, count }] : [])),
    medians: medians.map(medianOf),
  };
}

const medianOf = ({ key, n, q1, median, q3, longest, waiting, waitingMedian }: HousingMedian): MedianView => ({
  key,
  name: key,
  column: null,
  n,
  q1,
  median,
  q3,
  longest,
  waiting,
  waitingMedian,
});

const casesOf = (rows: readonly HousingCaseRow[]): HousingReportCasesView => ({
  total: rows[0]?.total ?? 0,
  items: rows.map(({ id, caseId, caseRef, kind, destination, on, days }) => ({ id, caseId, caseRef, kind, destination, on, days })),
});
