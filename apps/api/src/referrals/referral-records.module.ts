import { Module } from '@nestjs/common';
import { AsylumModule } from '../asylum/asylum.module';
import { ClientsModule } from '../clients/clients.module';
import { ConsentsModule } from '../consents/consents.module';
import { DocumentStoreModule } from '../documents/document-store.module';
import { DocumentsModule } from '../documents/documents.module';
import { PartnersModule } from '../partners/partners.module';
import { NeedsModule } from '../plans/needs.module';
import { StaffModule } from '../staff/staff.module';
import { HandoverRecords } from './handover.records';
import { PackageContents } from './package-contents';
import { PackageDocuments } from './package-documents';
import { PackageSource } from './package-source.records';
import { Recipients } from './recipient.records';
import { ReferralMessagesModule } from './referral-messages.module';
import { ReferralPackageRecords } from './referral-package.records';
import { ReferralPackages } from './referral-packages';
import { ReferralRecords } from './referral.records';

/** Referrals and their packages without their steps: what both sides write on. */
@Module({
  imports: [
    AsylumModule,
    ClientsModule,
    ConsentsModule,
    DocumentsModule,
    DocumentStoreModule,
    NeedsModule,
    PartnersModule,
    StaffModule,
    ReferralMessagesModule,
  ],
  providers: [
    ReferralRecords,
    HandoverRecords,
    ReferralPackageRecords,
    ReferralPackages,
    PackageContents,
    PackageDocuments,
    PackageSource,
    Recipients,
  ],
  exports: [
    ReferralRecords,
    HandoverRecords,
    ReferralPackageRecords,
    ReferralPackages,
    PackageContents,
    PackageDocuments,
    PackageSource,
    ReferralMessagesModule,
  ],
})
export class ReferralRecordsModule {}
