import { Injectable } from '@nestjs/common';
import type {
  CounsellingAccessCell,
  CounsellingAccessView,
  CounsellingReportCasesView,
} from '@panah/contracts/counselling-reports.contract';
import type { PeriodQuery, RateCell, RateReportView } from '@panah/contracts/reports.contract';
import { type Period, periodOf } from '@panah/domain/board/period.rules';
import { type AccessRow, CounsellingReportRecords, type ReportCaseRow } from './counselling-report.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;
const LOOKS_BACK = 180;

/** How long people wait for counselling, and whether they come (model 6.2, P-21 and P-22). */
@Injectable()
export class CounsellingReports {
  constructor(private readonly reports: CounsellingReportRecords) {}

  /** P-21: days from the request to the first session somebody came to, of the requests of the period; those who wait stand apart. */
  async access(by = 'service', asked: PeriodQuery = {}): Promise<CounsellingAccessView> {
    const period = await this.period(asked);
    const rows = await this.reports.access(by, period);
    const all = rows.find(({ key }) => key === null);
    const leftOut = [
      { reason: 'COUNSELLING_DECLINED', count: all?.declined ?? 0 },
      { reason: 'COUNSELLING_ENDED_BEFORE', count: all?.endedBefore ?? 0 },
    ].filter(({ count }) => count > 0);
    return {
      code: 'P-21',
      definition: DEFINITION,
      by,
      ...period,
      at: new Date().toISOString(),
      all: all ? cellOf(all) : NOBODY,
      cells: rows.filter(({ key }) => key !== null).map(cellOf),
      leftOut,
    };
  }

  async accessCases(by = 'service', key: string, part: string, asked: PeriodQuery = {}): Promise<CounsellingReportCasesView> {
    return casesOf(await this.reports.accessCases(by, await this.period(asked), key, part));
  }

  /** P-22: sessions that somebody came to, of those that took place or should have. */
  async attendance(asked: PeriodQuery = {}): Promise<RateReportView> {
    const period = await this.period(asked);
    const rows = await this.reports.attendance(period);
    const cells = rows.flatMap(({ key, count, of }): RateCell[] => (key === null ? [] : [{ key, name: null, column: null, count, of }]));
    return {
      code: 'P-22',
      definition: DEFINITION,
      by: 'modality',
      ...period,
      at: new Date().toISOString(),
      count: cells.reduce((sum, { count }) => sum + count, 0),
      of: cells.reduce((sum, { of }) => sum + of, 0),
      cells,
      flow: [],
      leftOut: rows.flatMap(({ key, column, count }) => (key === null && column ? [{ reason: `SESSION_${column}`, count }] : [])),
    };
  }

  async attendanceCases(key: string, part: string, asked: PeriodQuery = {}): Promise<CounsellingReportCasesView> {
    return casesOf(await this.reports.attendanceCases(await this.period(asked), key, part));
  }

  private async period(asked: PeriodQuery): Promise<Period> {
    return periodOf(asked, today(), LOOKS_BACK);
  }
}

const NOBODY: CounsellingAccessCell = {
  key: 'ALL',
  of: 0,
  seen: 0,
  lowerDays: null,
  medianDays: null,
  upperDays: null,
  waiting: 0,
  waitingMedianDays: null,
  leftOut: 0,
};

const cellOf = ({ key, declined, endedBefore, ...row }: AccessRow): CounsellingAccessCell => ({
  key: key ?? 'ALL',
  of: row.of,
  seen: row.seen,
  lowerDays: row.lowerDays,
  medianDays: row.medianDays,
  upperDays: row.upperDays,
  waiting: row.waiting,
  waitingMedianDays: row.waitingMedianDays,
  leftOut: declined + endedBefore,
});

const casesOf = (rows: readonly ReportCaseRow[]): CounsellingReportCasesView => ({
  total: rows[0]?.total ?? 0,
  items: rows.map(({ id, caseId, caseRef, on, days, status }) => ({ id, caseId, caseRef, on, days, status })),
});
