import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module';
import { StaffModule } from '../staff/staff.module';
import { DayController } from './day.controller';
import { DayRecords } from './day.records';

@Module({
  imports: [ClientsModule, StaffModule],
  controllers: [DayController],
  providers: [DayRecords],
})
export class DayModule {}
