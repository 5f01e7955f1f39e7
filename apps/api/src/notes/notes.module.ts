import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { StaffModule } from '../staff/staff.module';
import { CaseNote } from './note.entity';
import { NoteChangeRecords } from './note-change.records';
import { NoteRecords } from './note.records';
import { NoteVoiding } from './note-voiding.service';
import { NoteWriting } from './note-writing';
import { NotesController } from './notes.controller';
import { NotesService } from './notes.service';
import { TimelineController } from './timeline.controller';
import { TimelineRecords } from './timeline.records';
import { TimelineService } from './timeline.service';

@Module({
  imports: [TypeOrmModule.forFeature([CaseNote]), CaseRecordsModule, ClientsModule, StaffModule],
  controllers: [NotesController, TimelineController],
  providers: [NotesService, TimelineService, TimelineRecords, NoteVoiding, NoteWriting, NoteRecords, NoteChangeRecords],
  exports: [NoteRecords],
})
export class NotesModule {}
