import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { NotesModule } from '../notes/notes.module';
import { StaffModule } from '../staff/staff.module';
import { TimelineController } from './timeline.controller';
import { TimelineRecords } from './timeline.records';
import { TimelineService } from './timeline.service';

@Module({
  imports: [CaseRecordsModule, NotesModule, StaffModule],
  controllers: [TimelineController],
  providers: [TimelineService, TimelineRecords],
})
export class TimelineModule {}
