import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { SpecialistsModule } from '../specialists/specialists.module';
import { StaffModule } from '../staff/staff.module';
import { LinkBoardRecords } from './link-board.records';
import { LinkPartRecords } from './link-parts.records';
import { LinkPeopleRecords } from './link-people.records';
import { LinkQueue } from './link-queue.records';
import { LinkRecords } from './link.records';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { RelativeRecords } from './relative.records';
import { WishRecords } from './wish.records';
import { WishesController } from './wishes.controller';
import { WishesService } from './wishes.service';

@Module({
  imports: [CasesModule, CaseRecordsModule, ClientsModule, ConsentsModule, SpecialistsModule, StaffModule],
  controllers: [WishesController, LinksController],
  providers: [
    WishesService,
    WishRecords,
    LinkQueue,
    LinksService,
    LinkRecords,
    LinkBoardRecords,
    LinkPartRecords,
    LinkPeopleRecords,
    RelativeRecords,
  ],
  exports: [LinkRecords, LinkPartRecords, LinkPeopleRecords, RelativeRecords, WishRecords],
})
export class FamilyModule {}
