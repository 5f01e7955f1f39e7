import { Controller, Get, Header, Query } from '@nestjs/common';
import {
  JourneyReportView,
  OutcomeCasesView,
  ReintegrationCasesQuery,
  ReintegrationQuery,
  StableCasesQuery,
} from '@panah/contracts/journey-reports.contract';
import { Allow } from '../platform/access/allow';
import { OutcomeReportsService } from './outcome-reports.service';
import { journeyTable } from '../platform/rate-table';

const CSV = 'text/csv; charset=utf-8';

/** Reports of how lives go. The tables hold counts only. */
@Controller('reports')
export class OutcomeReportsController {
  constructor(private readonly reports: OutcomeReportsService) {}

  @Get('reintegration')
  @Allow('report:read')
  reintegration(@Query() query: ReintegrationQuery): Promise<JourneyReportView> {
    return this.reports.reintegration(query);
  }

  @Get('stable-independence')
  @Allow('report:read')
  stable(): Promise<JourneyReportView> {
    return this.reports.stable();
  }

  @Get('reintegration/cases')
  @Allow('report:read')
  comparedCases(@Query() query: ReintegrationCasesQuery): Promise<OutcomeCasesView> {
    return this.reports.comparedCases(query);
  }

  @Get('stable-independence/cases')
  @Allow('report:read')
  stableCases(@Query() query: StableCasesQuery): Promise<OutcomeCasesView> {
    return this.reports.stableCases(query);
  }

  @Get('reintegration.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-24.csv"')
  @Allow('report:read')
  async reintegrationTable(@Query() query: ReintegrationQuery): Promise<string> {
    return journeyTable(await this.reports.reintegration(query));
  }

  @Get('stable-independence.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-25.csv"')
  @Allow('report:read')
  async stableTable(): Promise<string> {
    return journeyTable(await this.reports.stable());
  }
}
