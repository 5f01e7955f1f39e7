import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { PartnerInput, PartnerListQuery, PartnerListView, PartnerStepInput, PartnerView } from '@panah/contracts/partners.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { PartnersService } from './partners.service';

/** Partner associations: the plain record that other capabilities are copied from. */
@Controller('partners')
export class PartnersController {
  constructor(private readonly partners: PartnersService) {}

  @Get()
  @Allow('partner:list')
  list(@Query() query: PartnerListQuery): Promise<PartnerListView> {
    return this.partners.list(query);
  }

  @Get(':id')
  @Allow('partner:read')
  read(@Param('id', Id) id: string): Promise<PartnerView> {
    return this.partners.read(id);
  }

  @Post()
  @Allow('partner:create')
  @Idempotent('read')
  create(@Body() input: PartnerInput): Promise<PartnerView> {
    return this.partners.create(input);
  }

  @Put(':id')
  @Allow('partner:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PartnerInput): Promise<PartnerView> {
    return this.partners.edit(id, version, input);
  }

  @Post(':id/activation')
  @HttpCode(200)
  @Allow('partner:activate')
  @Idempotent('read')
  activate(@Param('id', Id) id: string): Promise<PartnerView> {
    return this.partners.step(id, 'activate');
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @Allow('partner:suspend')
  @Idempotent('read')
  suspend(@Param('id', Id) id: string, @Body() { reason }: PartnerStepInput): Promise<PartnerView> {
    return this.partners.step(id, 'suspend', reason);
  }

  @Post(':id/reinstatement')
  @HttpCode(200)
  @Allow('partner:reinstate')
  @Idempotent('read')
  reinstate(@Param('id', Id) id: string): Promise<PartnerView> {
    return this.partners.step(id, 'reinstate');
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('partner:end')
  @Idempotent('read')
  end(@Param('id', Id) id: string, @Body() { reason }: PartnerStepInput): Promise<PartnerView> {
    return this.partners.step(id, 'end', reason);
  }
}
