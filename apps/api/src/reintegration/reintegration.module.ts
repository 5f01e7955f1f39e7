import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { CertificateRecords } from './certificate.records';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { HelpController } from './help.controller';
import { HelpRecords } from './help.records';
import { HelpService } from './help.service';
import { OutcomeClockJob } from './outcome-clock.job';
import { OutcomeJourneyRecords } from './outcome-journey.records';
import { OutcomeReviewRecords } from './outcome-review.records';
import { OutcomeTallyRecords } from './outcome-tally.records';
import { OutcomesController } from './outcomes.controller';
import { OutcomesService } from './outcomes.service';

/** Independent life: reviews of twelve domains, help given, certificates of attendance. */
@Module({
  imports: [CaseRecordsModule, StaffModule, TaskRecordsModule],
  controllers: [OutcomesController, HelpController, CertificatesController],
  providers: [
    OutcomesService,
    OutcomeReviewRecords,
    OutcomeTallyRecords,
    OutcomeJourneyRecords,
    OutcomeClockJob,
    HelpService,
    HelpRecords,
    CertificatesService,
    CertificateRecords,
  ],
  exports: [OutcomeJourneyRecords, OutcomeReviewRecords],
})
export class ReintegrationModule {
  constructor(jobs: Jobs, clock: OutcomeClockJob) {
    jobs.register(clock);
  }
}
