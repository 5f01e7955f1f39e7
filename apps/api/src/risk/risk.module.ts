import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { DutyModule } from '../duty/duty.module';
import { StaffModule } from '../staff/staff.module';
import { CaseSafetyRecords } from './case-safety.records';
import { RiskController } from './risk.controller';
import { RiskEffects } from './risk-effects';
import { RiskRecords } from './risk.records';
import { RiskService } from './risk.service';
import { SafetyController } from './safety.controller';
import { SafetyPlanRecords } from './safety-plan.records';
import { SafetyService } from './safety.service';

@Module({
  imports: [CaseRecordsModule, DutyModule, StaffModule],
  controllers: [RiskController, SafetyController],
  providers: [RiskService, SafetyService, RiskEffects, RiskRecords, SafetyPlanRecords, CaseSafetyRecords],
  exports: [RiskRecords, RiskEffects],
})
export class RiskModule {}
