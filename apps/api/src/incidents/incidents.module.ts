import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { DutyModule } from '../duty/duty.module';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { EvidenceRecords } from './evidence.records';
import { HeardService } from './heard.service';
import { IncidentDeeds } from './incident-deeds.service';
import { IncidentRecords } from './incident.records';
import { IncidentSteps } from './incident-steps.service';
import { IncidentsController } from './incidents.controller';
import { IncidentsService } from './incidents.service';

@Module({
  imports: [CaseRecordsModule, ClientsModule, DutyModule, RiskModule, StaffModule, TaskRecordsModule],
  controllers: [IncidentsController],
  providers: [IncidentsService, HeardService, IncidentSteps, IncidentDeeds, IncidentRecords, EvidenceRecords],
})
export class IncidentsModule {}
