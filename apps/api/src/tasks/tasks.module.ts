import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { PlanRecordsModule } from '../plans/plan-records.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { NeutralTitle } from './neutral-title.records';
import { TaskClockJob } from './task-clock.job';
import { TaskListRecords } from './task-list.records';
import { TaskRecordsModule } from './task-records.module';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

@Module({
  imports: [TaskRecordsModule, PlanRecordsModule, CaseRecordsModule, ClientsModule, StaffModule],
  controllers: [TasksController],
  providers: [TasksService, TaskListRecords, NeutralTitle, TaskClockJob],
  exports: [TaskRecordsModule, NeutralTitle],
})
export class TasksModule {
  constructor(jobs: Jobs, clock: TaskClockJob) {
    jobs.register(clock);
  }
}
