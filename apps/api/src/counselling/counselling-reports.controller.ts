import { Controller, Get, Header, Query } from '@nestjs/common';
import {
  CounsellingAccessCasesQuery,
  CounsellingAccessQuery,
  CounsellingAccessView,
  CounsellingAttendanceCasesQuery,
  CounsellingReportCasesView,
} from '@panah/contracts/counselling-reports.contract';
import { PeriodQuery, RateReportView } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { csv } from '../platform/csv';
import { CounsellingReports } from './counselling-reports.service';

const CSV = 'text/csv; charset=utf-8';

/** Reports of counselling: for coordinators, and for whoever leads it. The tables hold counts only. */
@Controller('reports')
export class CounsellingReportsController {
  constructor(private readonly reports: CounsellingReports) {}

  @Get('counselling-access')
  @Allow('report:read-counselling')
  access(@Query() { by, ...period }: CounsellingAccessQuery): Promise<CounsellingAccessView> {
    return this.reports.access(by, period);
  }

  @Get('counselling-access-cases')
  @Allow('report:read-counselling')
  accessCases(@Query() { by, key, part, ...period }: CounsellingAccessCasesQuery): Promise<CounsellingReportCasesView> {
    return this.reports.accessCases(by, key, part, period);
  }

  @Get('counselling-attendance')
  @Allow('report:read-counselling')
  attendance(@Query() period: PeriodQuery): Promise<RateReportView> {
    return this.reports.attendance(period);
  }

  @Get('counselling-attendance-cases')
  @Allow('report:read-counselling')
  attendanceCases(@Query() { key, part, ...period }: CounsellingAttendanceCasesQuery): Promise<CounsellingReportCasesView> {
    return this.reports.attendanceCases(key, part, period);
  }

  @Get('counselling-access.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-21.csv"')
  @Allow('report:read-counselling')
  async accessTable(@Query() { by, ...period }: CounsellingAccessQuery): Promise<string> {
    const { code, definition, from, to, at, all, cells, leftOut, by: shown } = await this.reports.access(by, period);
    return csv([
      [code, definition, from, to, at],
      [shown, 'requests', 'seen', 'lower', 'median', 'upper', 'waiting', 'waiting median', 'left out'],
      ...[all, ...cells].map((cell) => [
        cell.key,
        cell.of,
        cell.seen,
        cell.lowerDays,
        cell.medianDays,
        cell.upperDays,
        cell.waiting,
        cell.waitingMedianDays,
        cell.leftOut,
      ]),
      ...leftOut.map(({ reason, count }) => ['left out', reason, count]),
    ]);
  }

  @Get('counselling-attendance.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-22.csv"')
  @Allow('report:read-counselling')
  async attendanceTable(@Query() period: PeriodQuery): Promise<string> {
    const { code, definition, from, to, at, count, of, cells, leftOut } = await this.reports.attendance(period);
    return csv([
      [code, definition, from, to, at],
      ['all', count, of],
      ['modality', 'attended', 'of'],
      ...cells.map((cell) => [cell.key, cell.count, cell.of]),
      ...leftOut.map(({ reason, count: some }) => ['left out', reason, some]),
    ]);
  }
}
