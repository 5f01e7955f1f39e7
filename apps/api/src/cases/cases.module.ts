import { Module } from '@nestjs/common';
import { CaseRecordsModule } from './case-records.module';

@Module({
  imports: [CaseRecordsModule],
  exports: [CaseRecordsModule],
})
export class CasesModule {}
