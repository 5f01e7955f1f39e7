import { Module } from '@nestjs/common';
import { CaseEndings } from '../cases/case-endings.records';
import { CasesModule } from '../cases/cases.module';
import { StaffModule } from '../staff/staff.module';
import { TasksModule } from '../tasks/tasks.module';
import { SpecialistQueueController } from './specialist-queue.controller';
import { SpecialistQueueRecords } from './specialist-queue.records';
import { SpecialistQueueService } from './specialist-queue.service';
import { SpecialistRequestRecords } from './specialist-request.records';
import { SpecialistsController } from './specialists.controller';
import { SpecialistsService } from './specialists.service';

@Module({
  imports: [CasesModule, StaffModule, TasksModule],
  controllers: [SpecialistsController, SpecialistQueueController],
  providers: [SpecialistsService, SpecialistQueueService, SpecialistRequestRecords, SpecialistQueueRecords],
  exports: [SpecialistRequestRecords],
})
export class SpecialistsModule {
  constructor(endings: CaseEndings, requests: SpecialistRequestRecords) {
    endings.ends(({ id }) => requests.withdrawAll(id));
  }
}
