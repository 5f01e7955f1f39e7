import { Controller, Get, Query } from '@nestjs/common';
import { FamilyReportView, QuarterQuery } from '@panah/contracts/family-reports.contract';
import { Allow } from '../platform/access/allow';
import { FamilyReports } from './family-reports.service';

/** Reports of family links. */
@Controller('reports/family')
export class FamilyReportsController {
  constructor(private readonly reports: FamilyReports) {}

  @Get()
  @Allow('report:read-family')
  read(@Query() asked: QuarterQuery): Promise<FamilyReportView> {
    return this.reports.read(asked);
  }
}
