import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { StaffModule } from '../staff/staff.module';
import { AbsenceRecords } from './absence.records';
import { AbsencesController } from './absences.controller';
import { AbsencesService } from './absences.service';

@Module({
  imports: [CasesModule, StaffModule],
  controllers: [AbsencesController],
  providers: [AbsencesService, AbsenceRecords],
})
export class AbsencesModule {}
