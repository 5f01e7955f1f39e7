import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseEndings } from './case-endings.records';
import { CaseFile } from './case.entity';
import { StaffModule } from '../staff/staff.module';
import { CaseRecords } from './case.records';
import { KnownColleagues } from './known-colleagues.records';
import { TeamMember } from './team-member.entity';

/** The cases without their steps: what notes and intake need, and what needs neither of them. */
@Module({
  imports: [TypeOrmModule.forFeature([CaseFile, TeamMember]), StaffModule],
  providers: [CaseRecords, CaseEndings, KnownColleagues],
  exports: [CaseRecords, CaseEndings, KnownColleagues],
})
export class CaseRecordsModule {}
