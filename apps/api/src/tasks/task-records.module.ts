import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { CaseOwners } from './case-owner.records';
import { TaskCaseRecords } from './task-case.records';
import { TaskRecords } from './task.records';

/** Tasks as other capabilities raise and settle them; needs no other capability. */
@Module({
  imports: [CaseRecordsModule],
  providers: [TaskRecords, TaskCaseRecords, CaseOwners],
  exports: [TaskRecords, TaskCaseRecords, CaseOwners],
})
export class TaskRecordsModule {}
