import { Module } from '@nestjs/common';
import { HealthDetailsController } from './health-details.controller';
import { HealthRecords } from './health.records';
import { HealthService } from './health.service';

@Module({ controllers: [HealthDetailsController], providers: [HealthService, HealthRecords] })
export class HealthModule {}
