import { Module } from '@nestjs/common';
import { TaskRecords } from './task.records';

/** Tasks as other capabilities raise and settle them; needs no other capability. */
@Module({
  providers: [TaskRecords],
  exports: [TaskRecords],
})
export class TaskRecordsModule {}
