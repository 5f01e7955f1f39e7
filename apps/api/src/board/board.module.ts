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
import { OutcomeReportRecords } from './outcome-report.records';
import { OutcomeReportsController } from './outcome-reports.controller';
import { OutcomeReportsService } from './outcome-reports.service';
import { PracticeListRecords } from './practice-list.records';
import { PracticeListsController } from './practice-lists.controller';
import { PracticeListsService } from './practice-lists.service';
import { PracticeReportRecords } from './practice-report.records';
import { PracticeReportsController } from './practice-reports.controller';
import { PracticeReportsService } from './practice-reports.service';

@Module({
  imports: [ClientsModule, StaffModule],
  controllers: [BoardController, PracticeListsController, PracticeReportsController, OutcomeReportsController],
  providers: [
    BoardService,
    BoardNames,
    ApprovalRecords,
    OverdueRecords,
    HighRiskRecords,
    CapacityRecords,
    PracticeListRecords,
    PracticeListsService,
    PracticeReportRecords,
    PracticeReportsService,
    OutcomeReportRecords,
    OutcomeReportsService,
  ],
})
export class BoardModule {}
