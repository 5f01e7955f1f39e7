import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { PartnersModule } from '../partners/partners.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { ActForPartner } from './act-for-partner.records';
import { AnswersService } from './answers.service';
import { ChoiceRecords } from './choice.records';
import { HandoverProgress } from './handover-progress';
import { HandoversController } from './handovers.controller';
import { HandoversService } from './handovers.service';
import { DeletionsController } from './deletions.controller';
import { DeletionRecords } from './deletion.records';
import { DeletionsService } from './deletions.service';
import { NameFactsRecords } from './name-facts.records';
import { NamesService } from './names.service';
import { PartnerReferralsController } from './partner-referrals.controller';
import { PartnerReferralRecords } from './partner-referrals.records';
import { PartnerReferrals } from './partner-referrals.service';
import { RecallsService } from './recalls.service';
import { ReferralApprovals } from './referral-approval.records';
import { ReferralApproving } from './referral-approving';
import { ReferralChoicesService } from './referral-choices.service';
import { ReferralChoosing } from './referral-choosing';
import { ReferralConsentsService } from './referral-consents.service';
import { ReferralDispatching } from './referral-dispatching';
import { ReferralGrants } from './referral-grants';
import { ReferralReadying } from './referral-readying';
import { ReferralRecordsModule } from './referral-records.module';
import { ReferralStepsController } from './referral-steps.controller';
import { ReferralStanding } from './referral-standing';
import { ReferralViews } from './referral-views';
import { ReferralsController } from './referrals.controller';
import { ReferralsService } from './referrals.service';
import { SendingsService } from './sendings.service';
import { ReferralOffers } from './referral-offers';
import { StopsOfConsent } from './stops-of-consent';
import { StopsOfPartner } from './stops-of-partner';
import { SupplementsService } from './supplements.service';

@Module({
  imports: [ReferralRecordsModule, CasesModule, ClientsModule, ConsentsModule, PartnersModule, StaffModule, TaskRecordsModule],
  controllers: [ReferralsController, ReferralStepsController, HandoversController, PartnerReferralsController, DeletionsController],
  providers: [
    ReferralsService,
    ReferralChoicesService,
    ReferralConsentsService,
    SendingsService,
    SupplementsService,
    NamesService,
    NameFactsRecords,
    ReferralStanding,
    DeletionsService,
    DeletionRecords,
    AnswersService,
    RecallsService,
    StopsOfConsent,
    StopsOfPartner,
    ReferralOffers,
    ReferralChoosing,
    ReferralGrants,
    ReferralReadying,
    ReferralApproving,
    ReferralApprovals,
    ReferralViews,
    ChoiceRecords,
    ActForPartner,
    HandoversService,
    HandoverProgress,
    ReferralDispatching,
    PartnerReferralRecords,
    PartnerReferrals,
  ],
})
export class ReferralsModule {}
