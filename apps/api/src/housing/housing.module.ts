import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { Jobs } from '../platform/jobs/jobs';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { BedMapRecords } from './bed-map.records';
import { CompromisedUnits } from './compromised-units';
import { EmergenciesService } from './emergencies.service';
import { HousingClockJob } from './housing-clock.job';
import { HousingRecordsModule } from './housing-records.module';
import { HousingReportRecords } from './housing-report.records';
import { HousingReportsController } from './housing-reports.controller';
import { HousingReports } from './housing-reports.service';
import { HousingStops } from './housing-stops';
import { KeepApartRecords } from './keep-apart.records';
import { KeepApartService } from './keep-apart.service';
import { MatchRecords } from './match.records';
import { OfferRecords } from './offer.records';
import { PlacementEffects } from './placement-effects';
import { PlacementStepsService } from './placement-steps.service';
import { PlacementViews } from './placement-views';
import { PlacementsController } from './placements.controller';
import { ProviderRecords } from './provider.records';
import { HousingProvidersController } from './providers.controller';
import { ProvidersService } from './providers.service';
import { HousingRequestsController } from './requests.controller';
import { RelocationsService } from './relocations.service';
import { RequestsService } from './requests.service';
import { StaysService } from './stays.service';
import { Telling } from './telling';
import { UnitRecords } from './unit.records';
import { HousingUnitsController } from './units.controller';
import { UnitsService } from './units.service';
import { WaitingRecords } from './waiting.records';
import { WaitingService } from './waiting.service';

@Module({
  imports: [HousingRecordsModule, CaseRecordsModule, ClientsModule, ConsentsModule, RiskModule, StaffModule, TaskRecordsModule],
  controllers: [
    HousingProvidersController,
    HousingUnitsController,
    HousingRequestsController,
    PlacementsController,
    HousingReportsController,
  ],
  providers: [
    ProvidersService,
    UnitsService,
    RequestsService,
    PlacementStepsService,
    StaysService,
    EmergenciesService,
    RelocationsService,
    Telling,
    WaitingService,
    KeepApartService,
    PlacementViews,
    PlacementEffects,
    CompromisedUnits,
    HousingStops,
    HousingClockJob,
    ProviderRecords,
    UnitRecords,
    OfferRecords,
    MatchRecords,
    WaitingRecords,
    KeepApartRecords,
    BedMapRecords,
    HousingReports,
    HousingReportRecords,
  ],
})
export class HousingModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: HousingClockJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.clock);
  }
}
