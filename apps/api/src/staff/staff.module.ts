import { Module } from '@nestjs/common';
import { AccountController } from './account.controller';
import { AccountRecords } from './account.records';
import { AccountService } from './account.service';
import { ActivationController } from './activation.controller';
import { ActivationRecords } from './activation.records';
import { ActivationService } from './activation.service';
import { CodeGate } from './code-gate';
import { FirstAccountNotice } from './first-account.notice';
import { FirstAccountRecords } from './first-account.records';
import { FirstAccountService } from './first-account.service';
import { OfficeRecords } from './office.records';
import { OfficesController } from './offices.controller';
import { OfficesService } from './offices.service';
import { StaffController } from './staff.controller';
import { StaffRecords } from './staff.records';
import { StaffRoleRecords } from './staff-role.records';
import { StaffRolesController } from './staff-roles.controller';
import { StaffRolesService } from './staff-roles.service';
import { StaffService } from './staff.service';

@Module({
  controllers: [StaffController, StaffRolesController, OfficesController, AccountController, ActivationController],
  providers: [
    StaffRecords,
    AccountRecords,
    StaffRoleRecords,
    ActivationRecords,
    OfficeRecords,
    FirstAccountRecords,
    StaffService,
    StaffRolesService,
    OfficesService,
    AccountService,
    ActivationService,
    FirstAccountService,
    FirstAccountNotice,
    CodeGate,
  ],
  exports: [StaffRecords, AccountRecords, StaffRoleRecords, ActivationRecords],
})
export class StaffModule {}
