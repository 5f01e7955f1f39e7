import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Jobs } from '../platform/jobs/jobs';
import { ClientFacts } from './client-facts.records';
import { ClientLikeness } from './client-likeness.records';
import { ClientPartRecords } from './client-part.records';
import { ClientSearchRecords } from './client-search.records';
import { Client } from './client.entity';
import { ClientRecords } from './client.records';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';
import { ContactSafety } from './contact-safety.records';
import { ContactController } from './contact.controller';
import { ContactService } from './contact.service';
import { DependantsController } from './dependants.controller';
import { DocumentsController } from './documents.controller';
import { LocationRevealRecords } from './location-reveal.records';
import { NameIndex } from './name-index.records';
import { NameIndexJob } from './name-index.job';
import { NameTokenRecords } from './name-token.records';
import { NamesController } from './names.controller';
import { NamesService } from './names.service';
import { OrganisationalNamesController } from './organisational-names.controller';
import { PapersService } from './papers.service';
import { ResidencesController } from './residences.controller';
import { ResidenceRecords } from './residence.records';
import { RevealsController } from './reveals.controller';
import { RevealsService } from './reveals.service';

@Module({
  imports: [TypeOrmModule.forFeature([Client])],
  controllers: [
    ClientsController,
    NamesController,
    OrganisationalNamesController,
    ContactController,
    DocumentsController,
    ResidencesController,
    DependantsController,
    RevealsController,
  ],
  providers: [
    ClientsService,
    NamesService,
    ContactService,
    PapersService,
    RevealsService,
    ClientRecords,
    ClientPartRecords,
    ClientSearchRecords,
    NameTokenRecords,
    NameIndex,
    NameIndexJob,
    LocationRevealRecords,
    ContactSafety,
    ResidenceRecords,
    ClientFacts,
    ClientLikeness,
  ],
  exports: [ClientRecords, ClientFacts, ContactSafety, LocationRevealRecords, ResidenceRecords, NameIndex, NameIndexJob, ClientLikeness],
})
export class ClientsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly names: NameIndexJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.names);
  }
}
