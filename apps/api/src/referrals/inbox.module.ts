import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ConsentsModule } from '../consents/consents.module';
import { Jobs } from '../platform/jobs/jobs';
import { PartnersModule } from '../partners/partners.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { InboxActsController } from './inbox-acts.controller';
import { InboxActsService } from './inbox-acts.service';
import { InboxLines } from './inbox-lines.records';
import { InboxPackages } from './inbox-package.records';
import { InboxSteps } from './inbox-steps';
import { InboxController } from './inbox.controller';
import { InboxRecords } from './inbox.records';
import { InboxService } from './inbox.service';
import { ReferralClockJob } from './referral-clock.job';
import { ReferralClock } from './referral-clock.records';
import { ReferralReportRecords } from './referral-report.records';
import { ReferralReportsController } from './referral-reports.controller';
import { ReferralReports } from './referral-reports.service';
import { TakeOversService } from './take-overs.service';
import { ReferralRecordsModule } from './referral-records.module';

/** The receiving side of referrals. */
@Module({
  imports: [ConsentsModule, PartnersModule, StaffModule, CasesModule, TaskRecordsModule, ReferralRecordsModule],
  controllers: [InboxController, InboxActsController, ReferralReportsController],
  providers: [
    InboxService,
    InboxActsService,
    InboxSteps,
    TakeOversService,
    InboxRecords,
    InboxPackages,
    InboxLines,
    ReferralClock,
    ReferralClockJob,
    ReferralReports,
    ReferralReportRecords,
  ],
})
export class InboxModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: ReferralClockJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.clock);
  }
}
