import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ConsentsModule } from '../consents/consents.module';
import { Jobs } from '../platform/jobs/jobs';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { ClinicalNoteRecords } from './clinical-note.records';
import { ClinicalNotes } from './clinical-notes.service';
import { CounsellingClockJob } from './counselling-clock.job';
import { CounsellingJourneyRecords } from './counselling-journey.records';
import { CounsellingController } from './counselling.controller';
import { CounsellingReportRecords } from './counselling-report.records';
import { CounsellingReportsController } from './counselling-reports.controller';
import { CounsellingReports } from './counselling-reports.service';
import { CounsellingStepsController } from './counselling-steps.controller';
import { ClinicalNotesController, CounsellingSessionsController, ScreeningsController } from './counselling-work.controller';
import { DeskRecords } from './desk.records';
import { DeskService } from './desk.service';
import { EpisodeRecords } from './episode.records';
import { EpisodeSteps } from './episode-steps.service';
import { EpisodesService } from './episodes.service';
import { ForgetPrivateNotesJob } from './forget-private-notes.job';
import { HandingOnController } from './handing-on.controller';
import { HandingOnRecords } from './handing-on.records';
import { HandingOn } from './handing-on.service';
import { LicenceRecords } from './licence.records';
import { PrivateNoteRecords } from './private-note.records';
import { PrivateNotesController } from './private-notes.controller';
import { PrivateNotes } from './private-notes.service';
import { ScreeningRecords } from './screening.records';
import { ScreeningsService } from './screenings.service';
import { SessionRecords } from './session.records';
import { SessionsService } from './sessions.service';
import { TasksModule } from '../tasks/tasks.module';
import { SupervisionRecords } from './supervision.records';

@Module({
  imports: [CaseRecordsModule, ConsentsModule, RiskModule, StaffModule, TasksModule],
  controllers: [
    CounsellingController,
    CounsellingStepsController,
    CounsellingSessionsController,
    ClinicalNotesController,
    PrivateNotesController,
    HandingOnController,
    ScreeningsController,
    CounsellingReportsController,
  ],
  providers: [
    EpisodesService,
    EpisodeSteps,
    EpisodeRecords,
    CounsellingJourneyRecords,
    SessionsService,
    SessionRecords,
    ClinicalNotes,
    ClinicalNoteRecords,
    PrivateNotes,
    PrivateNoteRecords,
    HandingOn,
    HandingOnRecords,
    ScreeningsService,
    ScreeningRecords,
    LicenceRecords,
    DeskService,
    DeskRecords,
    SupervisionRecords,
    CounsellingReports,
    CounsellingReportRecords,
    ForgetPrivateNotesJob,
    CounsellingClockJob,
  ],
  exports: [CounsellingJourneyRecords],
})
export class CounsellingModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly forget: ForgetPrivateNotesJob,
    private readonly clock: CounsellingClockJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.forget);
    this.jobs.register(this.clock);
  }
}
