import { Module } from '@nestjs/common';
import { CaseOwners } from './case-owner.records';
import { TaskCaseRecords } from './task-case.records';
import { TaskRecords } from './task.records';

/** Tasks as other capabilities raise and settle them; needs no other capability. */
@Module({
  providers: [TaskRecords, TaskCaseRecords, CaseOwners],
  exports: [TaskRecords, TaskCaseRecords, CaseOwners],
})
export class TaskRecordsModule {}
