import { Controller, Get, Header, Query } from '@nestjs/common';
import {
  HousedCasesQuery,
  HousingReportCasesView,
  HousingWaitingQuery,
  MovedOnCasesQuery,
  OccupancyQuery,
} from '@panah/contracts/housing-reports.contract';
import { CohortQuery, JourneyReportView } from '@panah/contracts/journey-reports.contract';
import { PeriodQuery } from '@panah/contracts/reports.contract';
import { Allow } from '../platform/access/allow';
import { HousingReports } from './housing-reports.service';
import { housingTable } from './housing-table';

const CSV = 'text/csv; charset=utf-8';

/** Reports of housing, for coordinators. The tables hold counts only. */
@Controller('reports')
export class HousingReportsController {
  constructor(private readonly reports: HousingReports) {}

  @Get('time-to-housing')
  @Allow('report:read')
  housed(@Query() { by, ...period }: CohortQuery): Promise<JourneyReportView> {
    return this.reports.housed(by, period);
  }

  @Get('time-to-housing-cases')
  @Allow('report:read')
  housedCases(@Query() { by, key, part, ...period }: HousedCasesQuery): Promise<HousingReportCasesView> {
    return this.reports.housedCases(by, key, part, period);
  }

  @Get('housing-waiting')
  @Allow('report:read')
  waiting(@Query() { by }: HousingWaitingQuery): Promise<JourneyReportView> {
    return this.reports.waiting(by);
  }

  @Get('occupancy')
  @Allow('report:read')
  occupancy(@Query() { by, ...period }: OccupancyQuery): Promise<JourneyReportView> {
    return this.reports.occupancy(by, period);
  }

  @Get('positive-move-on')
  @Allow('report:read')
  movedOn(@Query() period: PeriodQuery): Promise<JourneyReportView> {
    return this.reports.movedOn(period);
  }

  @Get('positive-move-on-cases')
  @Allow('report:read')
  movedOnCases(@Query() { key, part, ...period }: MovedOnCasesQuery): Promise<HousingReportCasesView> {
    return this.reports.movedOnCases(key, part, period);
  }

  @Get('time-to-housing.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-11.csv"')
  @Allow('report:read')
  async housedTable(@Query() { by, ...period }: CohortQuery): Promise<string> {
    return housingTable(await this.reports.housed(by, period));
  }

  @Get('housing-waiting.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-12.csv"')
  @Allow('report:read')
  async waitingTable(@Query() { by }: HousingWaitingQuery): Promise<string> {
    return housingTable(await this.reports.waiting(by));
  }

  @Get('occupancy.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-13.csv"')
  @Allow('report:read')
  async occupancyTable(@Query() { by, ...period }: OccupancyQuery): Promise<string> {
    return housingTable(await this.reports.occupancy(by, period));
  }

  @Get('positive-move-on.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-14.csv"')
  @Allow('report:read')
  async movedOnTable(@Query() period: PeriodQuery): Promise<string> {
    return housingTable(await this.reports.movedOn(period));
  }
}
