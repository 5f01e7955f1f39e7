import { Module } from '@nestjs/common';
import { AsylumModule } from '../asylum/asylum.module';
import { CaseRecordsModule } from '../cases/case-records.module';
import { CounsellingModule } from '../counselling/counselling.module';
import { FamilyModule } from '../family/family.module';
import { HousingRecordsModule } from '../housing/housing-records.module';
import { ReintegrationModule } from '../reintegration/reintegration.module';
import { StaffModule } from '../staff/staff.module';
import { JourneyController } from './journey.controller';
import { JourneyService } from './journey.service';

@Module({
  imports: [AsylumModule, CaseRecordsModule, CounsellingModule, FamilyModule, HousingRecordsModule, ReintegrationModule, StaffModule],
  controllers: [JourneyController],
  providers: [JourneyService],
})
export class JourneyModule {}
