import { Controller, Get, Header, Query } from '@nestjs/common';
import { ContactStandardQuery, OverdueReportQuery, PeriodQuery, RateReportView } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { rateTable } from '../platform/rate-table';
import { PracticeReportsService } from './practice-reports.service';

const CSV = 'text/csv; charset=utf-8';

/** Reports of how the work goes. The tables hold counts only. */
@Controller('reports')
export class PracticeReportsController {
  constructor(private readonly reports: PracticeReportsService) {}

  @Get('overdue')
  @Allow('report:read')
  overdue(@Query() { by }: OverdueReportQuery): Promise<RateReportView> {
    return this.reports.overdue(by);
  }

  @Get('contact-standard')
  @Allow('report:read')
  contact(@Query() { by, ...period }: ContactStandardQuery): Promise<RateReportView> {
    return this.reports.contact(by, period);
  }

  @Get('on-time')
  @Allow('report:read')
  onTime(@Query() period: PeriodQuery): Promise<RateReportView> {
    return this.reports.onTime(period);
  }

  @Get('risk-profile')
  @Allow('report:read')
  riskProfile(@Query() period: PeriodQuery): Promise<RateReportView> {
    return this.reports.riskProfile(period);
  }

  @Get('overdue.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-7.csv"')
  @Allow('report:read')
  async overdueTable(@Query() { by }: OverdueReportQuery): Promise<string> {
    return rateTable(await this.reports.overdue(by));
  }

  @Get('contact-standard.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-8.csv"')
  @Allow('report:read')
  async contactTable(@Query() { by, ...period }: ContactStandardQuery): Promise<string> {
    return rateTable(await this.reports.contact(by, period));
  }

  @Get('on-time.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-9.csv"')
  @Allow('report:read')
  async onTimeTable(@Query() period: PeriodQuery): Promise<string> {
    return rateTable(await this.reports.onTime(period));
  }

  @Get('risk-profile.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-10.csv"')
  @Allow('report:read')
  async riskTable(@Query() period: PeriodQuery): Promise<string> {
    return rateTable(await this.reports.riskProfile(period));
  }
}
