import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseEndings } from './case-endings.records';
import { CaseFile } from './case.entity';
import { CaseRecords } from './case.records';
import { TeamMember } from './team-member.entity';

/** The cases without their steps: what notes and intake need, and what needs neither of them. */
@Module({
  imports: [TypeOrmModule.forFeature([CaseFile, TeamMember])],
  providers: [CaseRecords, CaseEndings],
  exports: [CaseRecords, CaseEndings],
})
export class CaseRecordsModule {}
