import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module';
import { DayController } from './day.controller';
import { DayRecords } from './day.records';

@Module({
  imports: [ClientsModule],
  controllers: [DayController],
  providers: [DayRecords],
})
export class DayModule {}
