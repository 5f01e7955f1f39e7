import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { CaseRecordsModule } from '../cases/case-records.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { SpecialistsModule } from '../specialists/specialists.module';
import { StaffModule } from '../staff/staff.module';
import { Jobs } from '../platform/jobs/jobs';
import { FamilyAnswerJob } from './family-answer.job';
import { LinkOfficersController } from './link-officers.controller';
import { LinkOfficerRecords } from './link-officers.records';
import { LinkOfficersService } from './link-officers.service';
import { RelativeConsentRecords } from './relative-consents.records';
import { RelativeConsentsService } from './relative-consents.service';
import { LinkBoardRecords } from './link-board.records';
import { LinkPartRecords } from './link-parts.records';
import { LinkPeopleRecords } from './link-people.records';
import { LinkQueue } from './link-queue.records';
import { LinkRecords } from './link.records';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { RelativeRecords } from './relative.records';
import { RouteRecords } from './route.records';
import { TracingRecords } from './tracing.records';
import { WishJourneyRecords } from './wish-journey.records';
import { WishRecords } from './wish.records';
import { WishesController } from './wishes.controller';
import { WishesService } from './wishes.service';

@Module({
  imports: [CasesModule, CaseRecordsModule, ClientsModule, ConsentsModule, SpecialistsModule, StaffModule],
  controllers: [WishesController, LinksController, LinkOfficersController],
  providers: [
    WishesService,
    WishRecords,
    WishJourneyRecords,
    LinkQueue,
    LinksService,
    LinkRecords,
    LinkBoardRecords,
    LinkPartRecords,
    LinkPeopleRecords,
    RelativeRecords,
    RouteRecords,
    TracingRecords,
    LinkOfficersService,
    LinkOfficerRecords,
    RelativeConsentsService,
    RelativeConsentRecords,
    FamilyAnswerJob,
  ],
  exports: [
    LinksService,
    LinkOfficerRecords,
    LinkRecords,
    LinkPartRecords,
    LinkPeopleRecords,
    RelativeRecords,
    RouteRecords,
    TracingRecords,
    WishJourneyRecords,
    WishRecords,
  ],
})
export class FamilyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly answers: FamilyAnswerJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.answers);
  }
}
