import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module';
import { AuditController } from './audit.controller';
import { AuditRecords } from './audit.records';
import { AuditService } from './audit.service';

@Module({ imports: [StaffModule], controllers: [AuditController], providers: [AuditService, AuditRecords] })
export class AuditModule {}
