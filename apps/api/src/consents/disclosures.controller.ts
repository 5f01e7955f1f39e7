import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DisclosureInput, DisclosuresView, DisclosureView } from '@panah/contracts/disclosures.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DisclosuresService } from './disclosures.service';

/** What was told to somebody outside, and what is prepared. */
@Controller()
export class DisclosuresController {
  constructor(private readonly disclosures: DisclosuresService) {}

  @Get('cases/:id/disclosures')
  @Allow('disclosure:read')
  list(@Param('id', Id) id: string): Promise<DisclosuresView> {
    return this.disclosures.list(id);
  }

  @Get('disclosures/:id')
  @Allow('disclosure:read')
  read(@Param('id', Id) id: string): Promise<DisclosureView> {
    return this.disclosures.read(id);
  }

  @Post('cases/:id/disclosures')
  @Allow('disclosure:record')
  @Idempotent('read')
  record(@Param('id', Id) id: string, @Body() input: DisclosureInput): Promise<DisclosureView> {
    return this.disclosures.record(id, input);
  }

  @Post('disclosures/:id/telling')
  @HttpCode(200)
  @Allow('disclosure:record')
  @Idempotent('read')
  tell(@Param('id', Id) id: string): Promise<DisclosureView> {
    return this.disclosures.tell(id);
  }

  @Post('disclosures/:id/stop')
  @HttpCode(200)
  @Allow('disclosure:record')
  @Idempotent('read')
  stop(@Param('id', Id) id: string): Promise<DisclosureView> {
    return this.disclosures.stop(id);
  }
}
