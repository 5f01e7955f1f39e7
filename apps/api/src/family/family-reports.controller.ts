import { Controller, Get, Query } from '@nestjs/common';
import { FamilyReportView } from '@panah/contracts/family-reports.contract';
import { PeriodQuery } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { FamilyReports } from './family-reports.service';

/** Reports of family links. */
@Controller('reports/family')
export class FamilyReportsController {
  constructor(private readonly reports: FamilyReports) {}

  @Get()
  @Allow('report:read-family')
  read(@Query() period: PeriodQuery): Promise<FamilyReportView> {
    return this.reports.read(period);
  }
}
