import { Controller, Get, Header, Query } from '@nestjs/common';
import { AgeingQuery, OpenCasesQuery, ReportView } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { reportTable } from './report-table';
import { ReportsService } from './reports.service';

const CSV = 'text/csv; charset=utf-8';

/** The coordinator's reports. The tables hold counts only. */
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('open-cases')
  @Allow('report:read')
  openCases(@Query() { by }: OpenCasesQuery): Promise<ReportView> {
    return this.reports.openCases(by);
  }

  @Get('weighted-caseload')
  @Allow('report:read')
  weighted(): Promise<ReportView> {
    return this.reports.weighted();
  }

  @Get('ageing')
  @Allow('report:read')
  ageing(@Query() { by }: AgeingQuery): Promise<ReportView> {
    return this.reports.ageing(by);
  }

  @Get('open-cases.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-1.csv"')
  @Allow('report:read')
  async openCasesTable(@Query() { by }: OpenCasesQuery): Promise<string> {
    return reportTable(await this.reports.openCases(by));
  }

  @Get('weighted-caseload.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-2.csv"')
  @Allow('report:read')
  async weightedTable(): Promise<string> {
    return reportTable(await this.reports.weighted());
  }

  @Get('ageing.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-5.csv"')
  @Allow('report:read')
  async ageingTable(@Query() { by }: AgeingQuery): Promise<string> {
    return reportTable(await this.reports.ageing(by));
  }
}
