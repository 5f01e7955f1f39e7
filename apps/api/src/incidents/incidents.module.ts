import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { DocumentStoreModule } from '../documents/document-store.module';
import { DutyModule } from '../duty/duty.module';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { EvidenceController } from './evidence.controller';
import { EvidenceFiles } from './evidence-files.service';
import { EvidenceRecords } from './evidence.records';
import { HeardService } from './heard.service';
import { IncidentDeeds } from './incident-deeds.service';
import { IncidentRecords } from './incident.records';
import { IncidentSteps } from './incident-steps.service';
import { IncidentsController } from './incidents.controller';
import { IncidentsService } from './incidents.service';

@Module({
  imports: [CaseRecordsModule, ClientsModule, DocumentStoreModule, DutyModule, RiskModule, StaffModule, TaskRecordsModule],
  controllers: [IncidentsController, EvidenceController],
  providers: [IncidentsService, HeardService, IncidentSteps, IncidentDeeds, IncidentRecords, EvidenceRecords, EvidenceFiles],
  exports: [IncidentRecords],
})
export class IncidentsModule {}
