import { type DynamicModule, Module } from '@nestjs/common';
import { AsylumModule } from './asylum/asylum.module';
import { AuditModule } from './audit/audit.module';
import { BoardModule } from './board/board.module';
import { CasesModule } from './cases/cases.module';
import { ClientsModule } from './clients/clients.module';
import { ConsentsModule } from './consents/consents.module';
import { CounsellingModule } from './counselling/counselling.module';
import { DayModule } from './day/day.module';
import { DocumentsModule } from './documents/documents.module';
import { FamilyEnquiriesModule } from './family-enquiries/family-enquiries.module';
import { FamilyMessagesModule } from './family-messages/family-messages.module';
import { HealthModule } from './health/health.module';
import { DutyModule } from './duty/duty.module';
import { HousingModule } from './housing/housing.module';
import { IncidentsModule } from './incidents/incidents.module';
import { IntakeModule } from './intake/intake.module';
import { JourneyModule } from './journey/journey.module';
import { NotesModule } from './notes/notes.module';
import { DemoModule } from './demo/demo.module';
import { InboxModule } from './referrals/inbox.module';
import { PartnersModule } from './partners/partners.module';
import { RiskModule } from './risk/risk.module';
import { StaffModule } from './staff/staff.module';
import { ReferralsModule } from './referrals/referrals.module';
import { ReintegrationModule } from './reintegration/reintegration.module';
import { SpecialistsModule } from './specialists/specialists.module';
import { FamilyModule } from './family/family.module';
import { FamilyStepsModule } from './family/family-steps.module';
import { TasksModule } from './tasks/tasks.module';
import { AbsencesModule } from './absences/absences.module';
import { AppointmentsModule } from './appointments/appointments.module';
import { NeedsModule } from './plans/needs.module';
import { PlansModule } from './plans/plans.module';

import type { RuntimeUrls } from './platform/database/database-urls';
import { MailModule } from './platform/mail/mail.module';
import { PlatformModule } from './platform/platform.module';
import type { KeyProvider } from './platform/sealing/key-provider';
import type { Settings } from './platform/settings';
import { SettingsModule } from './platform/settings.module';

/** The capabilities of the house, by name. The web app lists the same. */
export const CAPABILITIES = [
  AuditModule,
  StaffModule,
  PartnersModule,
  ClientsModule,
  CasesModule,
  ConsentsModule,
  IntakeModule,
  NotesModule,
  NeedsModule,
  PlansModule,
  TasksModule,
  AppointmentsModule,
  AbsencesModule,
  DayModule,
  BoardModule,
  DocumentsModule,
  HealthModule,
  DutyModule,
  RiskModule,
  IncidentsModule,
  CounsellingModule,
  SpecialistsModule,
  ReintegrationModule,
  AsylumModule,
  HousingModule,
  ReferralsModule,
  JourneyModule,
  InboxModule,
  FamilyModule,
  FamilyEnquiriesModule,
  FamilyStepsModule,
  FamilyMessagesModule,
];

@Module({})
export class AppModule {
  static with(settings: Settings, urls: RuntimeUrls, keys: KeyProvider): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        PlatformModule.with(urls, keys),
        MailModule,
        ...CAPABILITIES,
        ...(settings.demo ? [DemoModule] : []),
      ],
    };
  }
}
