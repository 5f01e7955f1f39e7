import { Module } from '@nestjs/common';
import { TaskRecordsModule } from './task-records.module';

@Module({
  imports: [TaskRecordsModule],
  exports: [TaskRecordsModule],
})
export class TasksModule {}
