import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { DutyModule } from '../duty/duty.module';
import { PlanRecordsModule } from '../plans/plan-records.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { CaseSafetyRecords } from './case-safety.records';
import { RiskController } from './risk.controller';
import { RiskEffects } from './risk-effects.records';
import { RiskRecords } from './risk.records';
import { RiskTasks } from './risk-tasks';
import { RiskService } from './risk.service';
import { SafetyController } from './safety.controller';
import { SafetyPlanRecords } from './safety-plan.records';
import { SafetyService } from './safety.service';
import { WatchJob } from './watch.job';

@Module({
  imports: [CaseRecordsModule, DutyModule, PlanRecordsModule, StaffModule, TaskRecordsModule],
  controllers: [RiskController, SafetyController],
  providers: [RiskService, SafetyService, RiskEffects, RiskTasks, WatchJob, RiskRecords, SafetyPlanRecords, CaseSafetyRecords],
  exports: [RiskRecords, RiskEffects],
})
export class RiskModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly watch: WatchJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.watch);
  }
}
