import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module';
import { InboxKeyController } from './inbox-key.controller';
import { InboxKeyService } from './inbox-key.service';
import { MemberKeyRecords } from './member-key.records';
import { Partner } from './partner.entity';
import { PartnerKeyRecords } from './partner-key.records';
import { PartnerPeopleController } from './partner-people.controller';
import { PartnerPeopleService } from './partner-people.service';
import { PartnerRecords } from './partner.records';
import { StopsWithPartner } from './stops-with-partner.records';
import { PartnersController } from './partners.controller';
import { PartnersService } from './partners.service';

@Module({
  imports: [TypeOrmModule.forFeature([Partner]), StaffModule],
  controllers: [PartnersController, PartnerPeopleController, InboxKeyController],
  providers: [
    PartnersService,
    PartnerRecords,
    PartnerPeopleService,
    PartnerKeyRecords,
    MemberKeyRecords,
    InboxKeyService,
    StopsWithPartner,
  ],
  exports: [PartnerRecords, PartnerKeyRecords, StopsWithPartner],
})
export class PartnersModule {}
