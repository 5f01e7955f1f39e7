import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseRecordsModule } from '../cases/case-records.module';
import { StaffModule } from '../staff/staff.module';
import { CaseNote } from './note.entity';
import { NoteRecords } from './note.records';

@Module({
  imports: [TypeOrmModule.forFeature([CaseNote]), CaseRecordsModule, StaffModule],
  providers: [NoteRecords],
  exports: [NoteRecords],
})
export class NotesModule {}
