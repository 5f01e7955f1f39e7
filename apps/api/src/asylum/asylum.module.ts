import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { DocumentsModule } from '../documents/documents.module';
import { IncidentsModule } from '../incidents/incidents.module';
import { Jobs } from '../platform/jobs/jobs';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { AppealStepsController } from './appeal-steps.controller';
import { ClaimDeadlines } from './claim-deadlines';
import { ClaimEffects } from './claim-effects';
import { ClaimOutcomes } from './claim-outcome.records';
import { ClaimPartRecords } from './claim-part.records';
import { ClaimStepsController } from './claim-steps.controller';
import { ClaimSteps } from './claim-steps.service';
import { ClaimRecords } from './claim.records';
import { ClaimViews } from './claim-views';
import { ClaimsController } from './claims.controller';
import { ClaimsService } from './claims.service';
import { DeadlineClockJob } from './deadline-clock.job';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { LegalDeadlineRecords } from './legal-deadline.records';
import { LegalListRecords } from './legal-list.records';
import { LegalListsService } from './legal-lists.service';
import { LegalReportRecords } from './legal-report.records';
import { LegalReportsController } from './legal-reports.controller';
import { LegalReportsService } from './legal-reports.service';
import { PermitClockJob } from './permit-clock.job';
import { PermitRecords } from './permit.records';
import { PermitsController } from './permits.controller';
import { PermitsService } from './permits.service';
import { ProfileRecords } from './profile.records';
import { ProfilesController } from './profiles.controller';
import { ProfilesService } from './profiles.service';
import { ReckonJob } from './reckon.job';
import { RepresentationRecords } from './representation.records';
import { RepresentationsController } from './representations.controller';
import { RepresentationsService } from './representations.service';

@Module({
  imports: [CaseRecordsModule, ClientsModule, ConsentsModule, DocumentsModule, IncidentsModule, RiskModule, StaffModule, TaskRecordsModule],
  controllers: [
    ClaimsController,
    ClaimStepsController,
    AppealStepsController,
    DeadlinesController,
    PermitsController,
    RepresentationsController,
    ProfilesController,
    LegalReportsController,
  ],
  providers: [
    ClaimsService,
    ClaimViews,
    ClaimSteps,
    ClaimEffects,
    ClaimOutcomes,
    ClaimDeadlines,
    ClaimRecords,
    ClaimPartRecords,
    DeadlinesService,
    LegalDeadlineRecords,
    LegalListsService,
    LegalListRecords,
    LegalReportsService,
    LegalReportRecords,
    PermitsService,
    PermitRecords,
    RepresentationsService,
    RepresentationRecords,
    ProfilesService,
    ProfileRecords,
    DeadlineClockJob,
    PermitClockJob,
    ReckonJob,
  ],
  exports: [ClaimRecords, LegalDeadlineRecords, ProfileRecords],
})
export class AsylumModule {
  constructor(jobs: Jobs, deadlines: DeadlineClockJob, permits: PermitClockJob, reckoning: ReckonJob) {
    for (const job of [deadlines, permits, reckoning]) jobs.register(job);
  }
}
