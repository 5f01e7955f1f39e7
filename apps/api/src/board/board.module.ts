import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module';
import { StaffModule } from '../staff/staff.module';
import { ApprovalRecords } from './approval.records';
import { BoardController } from './board.controller';
import { BoardNames } from './board-names';
import { BoardService } from './board.service';
import { CapacityRecords } from './capacity.records';
import { HighRiskRecords } from './high-risk.records';
import { OverdueRecords } from './overdue.records';
import { PracticeReportRecords } from './practice-report.records';
import { PracticeReportsController } from './practice-reports.controller';
import { PracticeReportsService } from './practice-reports.service';

@Module({
  imports: [ClientsModule, StaffModule],
  controllers: [BoardController, PracticeReportsController],
  providers: [
    BoardService,
    BoardNames,
    ApprovalRecords,
    OverdueRecords,
    HighRiskRecords,
    CapacityRecords,
    PracticeReportRecords,
    PracticeReportsService,
  ],
})
export class BoardModule {}
