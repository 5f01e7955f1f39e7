import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BootCheck } from './access/boot-check';
import { EntranceGuard } from './access/entrance.guard';
import { ThoughRefused } from './access/though-refused';
import { AuditSealer } from './audit/audit-sealer';
import { AuditVerifier } from './audit/audit-verifier';
import { APP_URL, AuditWriter } from './audit/audit-writer';
import type { RuntimeUrls } from './database/database-urls';
import { dataSourceOptions } from './database/data-source';
import { TransactionInterceptor } from './database/transaction.interceptor';
import { UnitsOfWork } from './database/units-of-work';
import { ProblemFilter } from './errors/problem.filter';
import { HealthController } from './http/health.controller';
import { Claims } from './idempotency/claim';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { JOBS_URL, Jobs } from './jobs/jobs';
import { ProcessSteps } from './process-steps';
import { ErasedSubjects } from './sealing/erased-subjects';
import { IndexKey } from './sealing/index-key';
import { KEY_PROVIDER, type KeyProvider } from './sealing/key-provider';
import { KEYS_URL, KeyRing } from './sealing/key-ring';
import { Sealer } from './sealing/sealer';
import { Tokens } from './sealing/tokens';
import { ConfirmationDigits } from './session/confirmation-digits';
import { LocalStrategy } from './session/local.strategy';
import { SessionController } from './session/session.controller';
import { SessionCookie } from './session/session-cookie';
import { SessionRecords } from './session/session.records';
import { SessionService } from './session/session.service';
import { SignInService } from './session/sign-in.service';
import { Throttle } from './session/throttle';

/** Several for each core of a small server: more of them would only wait for each other, each with plans of its own to keep. */
const CONNECTIONS = 10;

/** The ground floor: every capability stands on it and imports none of its parts by module. */
@Global()
@Module({})
export class PlatformModule {
  static with(urls: RuntimeUrls, keys: KeyProvider): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, TypeOrmModule.forRoot({ ...dataSourceOptions(urls.app, CONNECTIONS), autoLoadEntities: true })],
      controllers: [HealthController, SessionController],
      providers: [
        { provide: APP_URL, useValue: urls.app },
        { provide: KEYS_URL, useValue: urls.keys },
        { provide: JOBS_URL, useValue: urls.jobs },
        { provide: KEY_PROVIDER, useValue: keys },
        { provide: APP_GUARD, useClass: EntranceGuard },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        BootCheck,
        UnitsOfWork,
        ThoughRefused,
        Claims,
        AuditWriter,
        AuditSealer,
        AuditVerifier,
        ErasedSubjects,
        KeyRing,
        Sealer,
        Tokens,
        IndexKey,
        Jobs,
        ProcessSteps,
        SessionCookie,
        SessionRecords,
        SessionService,
        LocalStrategy,
        SignInService,
        Throttle,
        ConfirmationDigits,
      ],
      exports: [
        ConfirmationDigits,
        UnitsOfWork,
        ThoughRefused,
        ProcessSteps,
        Sealer,
        Tokens,
        IndexKey,
        Jobs,
        SessionRecords,
        SignInService,
        SessionCookie,
        Throttle,
        AuditWriter,
        AuditVerifier,
        KEY_PROVIDER,
        BootCheck,
        KeyRing,
        APP_URL,
      ],
    };
  }
}
