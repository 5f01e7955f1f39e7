import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { StaffModule } from '../staff/staff.module';
import { DangerRecords } from './danger.records';
import { DangersController } from './dangers.controller';
import { DutyController } from './duty.controller';
import { DutyService } from './duty.service';
import { DutyTurnRecords } from './duty-turn.records';
import { EnquiryDangers } from './enquiry-danger.records';
import { RiskHoldRecords } from './risk-hold.records';

@Module({
  imports: [CaseRecordsModule, ClientsModule, StaffModule],
  controllers: [DutyController, DangersController],
  providers: [DutyService, DutyTurnRecords, DangerRecords, EnquiryDangers, RiskHoldRecords],
  exports: [DangerRecords, RiskHoldRecords],
})
export class DutyModule {}
