import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { NeedsModule } from './needs.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { PlanItemRecords } from './plan-item.records';
import { PlanReviewRecords } from './plan-review.records';
import { PlanRecords } from './plan.records';
import { PlanSteps } from './plan-step.records';

/** The plan as the steps of a case and finished tasks move it. */
@Module({
  imports: [CaseRecordsModule, NeedsModule, TaskRecordsModule],
  providers: [PlanRecords, PlanItemRecords, PlanReviewRecords, PlanSteps],
  exports: [PlanRecords, PlanItemRecords, PlanReviewRecords, PlanSteps, NeedsModule],
})
export class PlanRecordsModule {}
