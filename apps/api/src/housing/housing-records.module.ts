import { Module } from '@nestjs/common';
import { HousingJourney } from './housing-journey.records';
import { PlacementRecords } from './placement.records';

/** Placements as other capabilities ask about them; needs no other capability. */
@Module({
  providers: [PlacementRecords, HousingJourney],
  exports: [PlacementRecords, HousingJourney],
})
export class HousingRecordsModule {}
