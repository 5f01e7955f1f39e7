import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../cases/case-records.module';
import { StaffModule } from '../staff/staff.module';
import { TasksModule } from '../tasks/tasks.module';
import { AppointmentRecords } from './appointment.records';
import { AppointmentsController } from './appointments.controller';
import { AppointmentsService } from './appointments.service';

@Module({
  imports: [TasksModule, CaseRecordsModule, StaffModule],
  controllers: [AppointmentsController],
  providers: [AppointmentsService, AppointmentRecords],
})
export class AppointmentsModule {}
