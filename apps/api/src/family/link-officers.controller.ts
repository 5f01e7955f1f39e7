import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LinkOfficersView } from '@panah/contracts/family.contract';
import { LinkOfficerInput } from '@panah/contracts/family-links.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LinkOfficersService } from './link-officers.service';

/** Who works on a link. A coordinator reads and decides it, and sees neither of the two people. */
@Controller('family-links/:id/officers')
export class LinkOfficersController {
  constructor(private readonly officers: LinkOfficersService) {}

  @Get()
  @Allow('family-link:assign')
  read(@Param('id', Id) id: string): Promise<LinkOfficersView> {
    return this.officers.read(id);
  }

  @Post()
  @HttpCode(200)
  @Allow('family-link:assign')
  @Idempotent('read')
  assign(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: LinkOfficerInput): Promise<LinkOfficersView> {
    return this.officers.assign(id, version, input);
  }
}
