import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module';
import { NotesModule } from '../notes/notes.module';
import { Jobs } from '../platform/jobs/jobs';
import { NeedsModule } from '../plans/needs.module';
import { PlanRecordsModule } from '../plans/plan-records.module';
import { ReintegrationModule } from '../reintegration/reintegration.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { BlockRecords } from './block.records';
import { BlocksController } from './blocks.controller';
import { BlocksService } from './blocks.service';
import { CaseEndings } from './case-endings.records';
import { CaseRecordsModule } from './case-records.module';
import { CaseEffects } from './case-effects';
import { CaseStepsController } from './case-steps.controller';
import { CaseStepsService } from './case-steps.service';
import { CaseTransfers } from './case-transfer.records';
import { CaseTotalsJob } from './case-totals.job';
import { CaseloadRecords } from './caseload.records';
import { CasesController } from './cases.controller';
import { CasesService } from './cases.service';
import { ClosureRecords } from './closure.records';
import { ClosuresController } from './closures.controller';
import { ClosuresService } from './closures.service';
import { FilesService } from './files.service';
import { LostContactService } from './lost-contact.service';
import { ReportRecords } from './report.records';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { RunningWorkRecords } from './running-work.records';
import { TeamController } from './team.controller';
import { TeamQuestionRecords } from './team-question.records';
import { TeamQuestionsController } from './team-questions.controller';
import { TeamQuestionsService } from './team-questions.service';
import { TeamRecords } from './team.records';
import { TeamService } from './team.service';

@Module({
  imports: [
    CaseRecordsModule,
    ClientsModule,
    NeedsModule,
    NotesModule,
    PlanRecordsModule,
    ReintegrationModule,
    StaffModule,
    TaskRecordsModule,
  ],
  controllers: [
    CasesController,
    CaseStepsController,
    ClosuresController,
    TeamController,
    TeamQuestionsController,
    BlocksController,
    ReportsController,
  ],
  providers: [
    CasesService,
    FilesService,
    CaseStepsService,
    CaseEffects,
    ClosuresService,
    ClosureRecords,
    LostContactService,
    RunningWorkRecords,
    CaseloadRecords,
    TeamService,
    TeamRecords,
    TeamQuestionsService,
    TeamQuestionRecords,
    BlocksService,
    BlockRecords,
    ReportsService,
    ReportRecords,
    CaseTotalsJob,
    CaseTransfers,
  ],
  exports: [CaseRecordsModule, CaseTransfers, CaseloadRecords, TeamRecords, TeamQuestionRecords],
})
export class CasesModule {
  constructor(jobs: Jobs, totals: CaseTotalsJob, endings: CaseEndings, running: RunningWorkRecords) {
    jobs.register(totals);
    endings.holds('OPEN_DEADLINE', running.deadlines);
    endings.holds('ACTIVE_PLACEMENT', running.placements);
    endings.holds('OPEN_EPISODE', running.episodes);
  }
}
