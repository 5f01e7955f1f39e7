import { Module, type OnModuleInit } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module';
import { FamilyModule } from '../family/family.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { FamilyEnquiriesController } from './family-enquiries.controller';
import { FamilyEnquiriesService } from './family-enquiries.service';
import { FamilyEnquiryRecords } from './family-enquiry.records';
import { FamilyFindings } from './family-findings.records';
import { FamilyFreezeRecords } from './family-freeze.records';
import { FamilyFreezesController } from './family-freezes.controller';
import { FamilyFreezesService } from './family-freezes.service';
import { FamilyFreezing } from './family-freezing.records';
import { FamilyMatchRecords } from './family-match.records';
import { FamilyMatchesController } from './family-matches.controller';
import { FamilyMatchesService } from './family-matches.service';
import { FamilyMatchingJob } from './family-matching.job';
import { FamilyMatching } from './family-matching.records';
import { ForgetEnquiriesJob } from './forget-enquiries.job';

@Module({
  imports: [ClientsModule, FamilyModule, StaffModule],
  controllers: [FamilyEnquiriesController, FamilyMatchesController, FamilyFreezesController],
  providers: [
    FamilyEnquiriesService,
    FamilyEnquiryRecords,
    FamilyMatchesService,
    FamilyMatchRecords,
    FamilyFindings,
    FamilyFreezesService,
    FamilyFreezeRecords,
    FamilyFreezing,
    FamilyMatching,
    FamilyMatchingJob,
    ForgetEnquiriesJob,
  ],
  exports: [FamilyEnquiriesService],
})
export class FamilyEnquiriesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly matching: FamilyMatchingJob,
    private readonly forgetting: ForgetEnquiriesJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.matching);
    this.jobs.register(this.forgetting);
  }
}
