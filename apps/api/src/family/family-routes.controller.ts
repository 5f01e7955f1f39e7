import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FamilyLinkView, FamilyRouteView } from '@panah/contracts/family-links.contract';
import { FamilyDayInput, RouteStepInput } from '@panah/contracts/family-steps.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { LinksService } from './links.service';
import { RouteService } from './route.service';

/** The way through the authorities: its officers write it, the client's legal colleague reads it once the two are in contact. */
@Controller()
export class FamilyRoutesController {
  constructor(
    private readonly route: RouteService,
    private readonly links: LinksService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }

  @Get('family-wishes/:id/route')
  @Allow('family-link:read-route')
  ofWish(@Param('id', Id) id: string): Promise<FamilyRouteView> {
    return this.route.ofWish(id);
  }

  @Post('family-links/:id/route-steps')
  @HttpCode(200)
  @Allow('family-link:route')
  @Idempotent('read')
  async add(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: RouteStepInput): Promise<FamilyLinkView> {
    await this.route.add(id, version, input);
    return this.links.read(id);
  }

  @Post('family-links/:id/route-steps/:stepId/done')
  @HttpCode(200)
  @Allow('family-link:route')
  @Idempotent('read')
  async end(
    @Param('id', Id) id: string,
    @Param('stepId', Id) stepId: string,
    @IfMatch() version: number,
    @Body() { on }: FamilyDayInput,
  ): Promise<FamilyLinkView> {
    await this.route.end(id, stepId, version, on);
    return this.links.read(id);
  }
}
