import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseRecordsModule } from '../cases/case-records.module';
import { StaffModule } from '../staff/staff.module';
import { CaseNote } from './note.entity';
import { NoteChangeRecords } from './note-change.records';
import { NoteRecords } from './note.records';
import { NoteVoiding } from './note-voiding.service';
import { NoteWriting } from './note-writing';
import { NotesController } from './notes.controller';
import { NotesService } from './notes.service';

@Module({
  imports: [TypeOrmModule.forFeature([CaseNote]), CaseRecordsModule, StaffModule],
  controllers: [NotesController],
  providers: [NotesService, NoteVoiding, NoteWriting, NoteRecords, NoteChangeRecords],
  exports: [NoteRecords],
})
export class NotesModule {}
