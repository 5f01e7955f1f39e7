import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { PlanRecordsModule } from './plan-records.module';
import { PlanProgress } from './plan-progress.service';
import { PlansController } from './plans.controller';
import { PlansService } from './plans.service';

@Module({
  imports: [PlanRecordsModule, CaseRecordsModule, StaffModule, TaskRecordsModule],
  controllers: [PlansController],
  providers: [PlansService, PlanProgress],
})
export class PlansModule {}
