import { Module } from '@nestjs/common';
import { AsylumModule } from '../asylum/asylum.module';
import { FamilyMessagesModule } from '../family-messages/family-messages.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { ApproachController } from './approach.controller';
import { ApproachService } from './approach.service';
import { ApprovalRecords } from './approval.records';
import { ApprovalsController } from './approvals.controller';
import { ApprovalsService } from './approvals.service';
import { ContactRecords } from './contact.records';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { FamilyClockJob } from './family-clock.job';
import { FamilyClock } from './family-clock.records';
import { FamilyReportRecords } from './family-report.records';
import { FamilyReportsController } from './family-reports.controller';
import { FamilyReports } from './family-reports.service';
import { FamilyRoutesController } from './family-routes.controller';
import { FamilyModule } from './family.module';
import { HearingRecords } from './hearing.records';
import { LinkAgeRecords } from './link-age.records';
import { LinkCareController } from './link-care.controller';
import { LinkDays } from './link-days';
import { LinkTaking } from './link-taking';
import { MediatorRecords } from './mediator.records';
import { NeverAgain } from './never-again.records';
import { OwnClientRecords } from './own-client.records';
import { OwnClientService } from './own-client.service';
import { PausingService } from './pausing.service';
import { RenewalRecords } from './renewal.records';
import { RenewalsService } from './renewals.service';
import { ReunionService } from './reunion.service';
import { RiskReviewService } from './risk-review.service';
import { RouteService } from './route.service';
import { TellingRecords } from './telling.records';
import { TellingsService } from './tellings.service';
import { TracingController } from './tracing.controller';
import { TracingService } from './tracing.service';
import { VerificationRecords } from './verification.records';
import { VerificationService } from './verification.service';

/** What officers and coordinators do with a link, step by step, and its clock. */
@Module({
  imports: [AsylumModule, FamilyModule, FamilyMessagesModule, StaffModule],
  controllers: [
    ApproachController,
    ApprovalsController,
    ContactsController,
    FamilyReportsController,
    FamilyRoutesController,
    LinkCareController,
    TracingController,
  ],
  providers: [
    ApproachService,
    ApprovalRecords,
    ApprovalsService,
    ContactRecords,
    ContactsService,
    FamilyClockJob,
    FamilyClock,
    FamilyReportRecords,
    FamilyReports,
    HearingRecords,
    LinkAgeRecords,
    LinkDays,
    LinkTaking,
    MediatorRecords,
    NeverAgain,
    OwnClientRecords,
    OwnClientService,
    PausingService,
    RenewalRecords,
    RenewalsService,
    ReunionService,
    RiskReviewService,
    RouteService,
    TellingRecords,
    TellingsService,
    TracingService,
    VerificationRecords,
    VerificationService,
  ],
})
export class FamilyStepsModule {
  constructor(jobs: Jobs, clock: FamilyClockJob) {
    jobs.register(clock);
  }
}
