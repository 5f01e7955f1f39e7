import { Module } from '@nestjs/common';
import { FamilyEnquiriesModule } from '../family-enquiries/family-enquiries.module';
import { FamilyMessagesModule } from '../family-messages/family-messages.module';
import { BusySet } from './busy-set';
import { DemoFamily } from './demo-family';
import { DemoHouse } from './demo-house';
import { DemoRelatives } from './demo-relatives';
import { LoadSet } from './load-set';
import { PartnerSet } from './partner-set';

/** Fictional people, for demonstrations and for measuring. Not part of a house where real work is done. */
@Module({
  imports: [FamilyMessagesModule, FamilyEnquiriesModule],
  providers: [DemoHouse, DemoFamily, DemoRelatives, LoadSet, BusySet, PartnerSet],
  exports: [DemoHouse, LoadSet, BusySet, PartnerSet],
})
export class DemoModule {}
