import { Controller, Get, Header, Query } from '@nestjs/common';
import { ClaimStagesQuery, DeadlinesKeptQuery, RateReportView } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { csv } from '../platform/csv';
import { LegalReportsService } from './legal-reports.service';

const CSV = 'text/csv; charset=utf-8';

/** Reports of the procedures. The tables hold counts only. */
@Controller('reports')
export class LegalReportsController {
  constructor(private readonly reports: LegalReportsService) {}

  @Get('claims-by-stage')
  @Allow('legal-report:read')
  stages(@Query() { by }: ClaimStagesQuery): Promise<RateReportView> {
    return this.reports.stages(by);
  }

  @Get('deadlines-kept')
  @Allow('legal-report:read')
  kept(@Query() { by, ...period }: DeadlinesKeptQuery): Promise<RateReportView> {
    return this.reports.kept(by, period);
  }

  @Get('permits-ending')
  @Allow('legal-report:read')
  ending(): Promise<RateReportView> {
    return this.reports.ending();
  }

  @Get('representation')
  @Allow('legal-report:read')
  represented(): Promise<RateReportView> {
    return this.reports.represented();
  }

  @Get('claims-by-stage.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-16.csv"')
  @Allow('legal-report:read')
  async stagesTable(@Query() { by }: ClaimStagesQuery): Promise<string> {
    return tableOf(await this.reports.stages(by));
  }

  @Get('deadlines-kept.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-18.csv"')
  @Allow('legal-report:read')
  async keptTable(@Query() { by, ...period }: DeadlinesKeptQuery): Promise<string> {
    return tableOf(await this.reports.kept(by, period));
  }

  @Get('permits-ending.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-19.csv"')
  @Allow('legal-report:read')
  async endingTable(): Promise<string> {
    return tableOf(await this.reports.ending());
  }

  @Get('representation.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-20.csv"')
  @Allow('legal-report:read')
  async representedTable(): Promise<string> {
    return tableOf(await this.reports.represented());
  }
}

/** Keys, counts, denominators and what was left out; nothing of a file. */
const tableOf = ({ code, definition, by, from, to, at, count, of, cells, leftOut }: RateReportView): string =>
  csv([
    [code, definition, from, to, at],
    ['all', null, count, of],
    [by, 'part', 'count', 'of'],
    ...cells.map((cell) => [cell.key, cell.column, cell.count, cell.of]),
    ...leftOut.map(({ reason, count: some }) => ['left out', reason, some, null]),
  ]);
