import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { DocumentsModule } from '../documents/documents.module';
import { PartnersModule } from '../partners/partners.module';
import { Jobs } from '../platform/jobs/jobs';
import { RiskModule } from '../risk/risk.module';
import { StaffModule } from '../staff/staff.module';
import { TaskRecordsModule } from '../tasks/task-records.module';
import { BorderConsents } from './border-consents';
import { CaseOfClient } from './case-of-client.records';
import { ConsentAskings } from './consent-asking';
import { ConsentClockJob } from './consent-clock.job';
import { ConsentForAct } from './consent-for-act.records';
import { ConsentGivings } from './consent-giving';
import { ConsentTasks } from './consent-tasks';
import { ConsentViews } from './consent-views';
import { ConsentWarningsJob } from './consent-warnings.job';
import { ConsentListService } from './consent-list.service';
import { ConsentRecords } from './consent.records';
import { ConsentsAbout } from './consents-about.records';
import { ConsentsController } from './consents.controller';
import { ConsentsService } from './consents.service';
import { DisclosureRecords } from './disclosure.records';
import { DisclosuresController } from './disclosures.controller';
import { DisclosuresService } from './disclosures.service';
import { FirstConsentRecords } from './first-consent.records';
import { Grants } from './grants.records';
import { HeardWithdrawalRecords } from './heard-withdrawal.records';
import { InterpreterRecords } from './interpreter.records';
import { LegalBasesController } from './legal-bases.controller';
import { LegalBasesService } from './legal-bases.service';
import { LegalBasisRecords } from './legal-basis.records';
import { Recipients } from './recipients.records';
import { Speakers } from './speakers.records';
import { StopsWithConsent } from './stops-with-consent.records';
import { ToldWithdrawals } from './told-withdrawal.records';
import { WithdrawalsController } from './withdrawals.controller';
import { WithdrawalsService } from './withdrawals.service';

@Module({
  imports: [CaseRecordsModule, StaffModule, PartnersModule, TaskRecordsModule, DocumentsModule, RiskModule],
  controllers: [ConsentsController, WithdrawalsController, DisclosuresController, LegalBasesController],
  providers: [
    ConsentsService,
    ConsentListService,
    ConsentViews,
    ConsentAskings,
    ConsentGivings,
    ConsentRecords,
    FirstConsentRecords,
    CaseOfClient,
    WithdrawalsService,
    HeardWithdrawalRecords,
    ToldWithdrawals,
    DisclosuresService,
    DisclosureRecords,
    LegalBasesService,
    LegalBasisRecords,
    InterpreterRecords,
    Recipients,
    Grants,
    ConsentForAct,
    ConsentsAbout,
    Speakers,
    StopsWithConsent,
    BorderConsents,
    ConsentTasks,
    ConsentClockJob,
    ConsentWarningsJob,
  ],
  exports: [
    ConsentsAbout,
    InterpreterRecords,
    Grants,
    StopsWithConsent,
    FirstConsentRecords,
    Recipients,
    ConsentForAct,
    Speakers,
    ToldWithdrawals,
  ],
})
export class ConsentsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: ConsentClockJob,
    private readonly warnings: ConsentWarningsJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.clock);
    this.jobs.register(this.warnings);
  }
}
