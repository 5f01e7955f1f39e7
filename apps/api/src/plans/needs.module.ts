import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { NeedRecords } from './need.records';
import { NeedsController } from './needs.controller';
import { NeedsService } from './needs.service';

@Module({
  imports: [CaseRecordsModule, TaskRecordsModule],
  controllers: [NeedsController],
  providers: [NeedsService, NeedRecords],
  exports: [NeedRecords],
})
export class NeedsModule {}
