import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { Jobs } from '../platform/jobs/jobs';
import { StaffModule } from '../staff/staff.module';
import { AdmissionController } from './admission.controller';
import { AdmissionRecords } from './admission.records';
import { AdmissionService } from './admission.service';
import { AllocationService } from './allocation.service';
import { DuplicateLineRecords } from './duplicate-line.records';
import { DuplicateLinesController } from './duplicate-lines.controller';
import { DuplicatesJob } from './duplicates.job';
import { EnquiriesController } from './enquiries.controller';
import { EnquiriesService } from './enquiries.service';
import { Enquiry } from './enquiry.entity';
import { EnquiryListRecords } from './enquiry-list.records';
import { EnquiryTokenRecords } from './enquiry-token.records';
import { EnquiryRecords } from './enquiry.records';
import { IntakeController } from './intake.controller';
import { IntakeService } from './intake.service';
import { IntakeStepRow } from './intake-step.entity';
import { IntakeStepRecords } from './intake-step.records';
import { OwnReferralRecords } from './own-referral.records';
import { OwnReferralsController } from './own-referrals.controller';
import { OwnReferralsService } from './own-referrals.service';
import { RetentionJob } from './retention.job';
import { AllocationQuestion } from './allocation-question.entity';
import { AllocationQuestionRecords } from './allocation-question.records';
import { AllocationQuestionsController } from './allocation-questions.controller';
import { AllocationQuestionsService } from './allocation-questions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Enquiry, IntakeStepRow, AllocationQuestion]),
    StaffModule,
    ClientsModule,
    CasesModule,
    ConsentsModule,
  ],
  controllers: [
    EnquiriesController,
    IntakeController,
    AdmissionController,
    AllocationQuestionsController,
    DuplicateLinesController,
    OwnReferralsController,
  ],
  providers: [
    EnquiriesService,
    OwnReferralsService,
    OwnReferralRecords,
    IntakeService,
    AdmissionService,
    AllocationService,
    AllocationQuestionsService,
    EnquiryRecords,
    EnquiryListRecords,
    EnquiryTokenRecords,
    IntakeStepRecords,
    AllocationQuestionRecords,
    AdmissionRecords,
    DuplicateLineRecords,
    RetentionJob,
    DuplicatesJob,
  ],
  exports: [EnquiryListRecords, AllocationQuestionRecords],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly retention: RetentionJob,
    private readonly duplicates: DuplicatesJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.retention);
    this.jobs.register(this.duplicates);
  }
}
