import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { StaffModule } from '../staff/staff.module';
import { Document } from './document.entity';
import { DocumentFiles } from './document-files.service';
import { DocumentRecords } from './document.records';
import { DocumentStoreModule } from './document-store.module';
import { CaseDocumentsController } from './documents.controller';
import { DocumentsService } from './documents.service';
import { NeutralTitles } from './neutral-titles';

@Module({
  imports: [TypeOrmModule.forFeature([Document]), DocumentStoreModule, CaseRecordsModule, ClientsModule, StaffModule],
  controllers: [CaseDocumentsController],
  providers: [DocumentsService, DocumentFiles, DocumentRecords, NeutralTitles],
  exports: [DocumentRecords],
})
export class DocumentsModule {}
