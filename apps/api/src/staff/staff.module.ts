import { Module } from '@nestjs/common';
import { StaffRecords } from './staff.records';

@Module({
  providers: [StaffRecords],
  exports: [StaffRecords],
})
export class StaffModule {}
