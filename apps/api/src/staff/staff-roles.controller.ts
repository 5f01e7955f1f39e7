import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RoleConfirmationInput, DutiesInput, RoleInput, StaffView } from '@panah/contracts/staff.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { StaffRolesService } from './staff-roles.service';
import { StaffService } from './staff.service';

/** Roles and duties of an account, and the second person who confirms. */
@Controller('staff/:id')
export class StaffRolesController {
  constructor(
    private readonly roles: StaffRolesService,
    private readonly staff: StaffService,
  ) {}

  @Post('roles')
  @HttpCode(200)
  @Allow('staff:grant-role')
  @Idempotent('again')
  grant(@Param('id', Id) id: string, @Body() input: RoleInput): Promise<StaffView> {
    return this.roles.grant(id, input);
  }

  @Post('roles/:roleId/end')
  @HttpCode(200)
  @Allow('staff:end-role')
  @Idempotent('again')
  end(@Param('id', Id) id: string, @Param('roleId', Id) roleId: string): Promise<StaffView> {
    return this.roles.end(id, roleId);
  }

  @Post('roles/:roleId/duties')
  @HttpCode(200)
  @Allow('staff:grant-role')
  setDuties(@Param('id', Id) id: string, @Param('roleId', Id) roleId: string, @Body() { duties }: DutiesInput): Promise<StaffView> {
    return this.roles.setDuties(id, roleId, duties);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Allow('staff:confirm')
  @Idempotent('again')
  confirm(@Param('id', Id) id: string, @Body() { digits }: RoleConfirmationInput): Promise<StaffView> {
    return this.roles.confirm(id, digits);
  }

  /** What a repeated request is answered with; no route. */
  again(id: string): Promise<StaffView> {
    return this.staff.read(id);
  }
}
