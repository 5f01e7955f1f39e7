import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  PlacementAcceptanceInput,
  PlacementArrivalInput,
  PlacementDeclineInput,
  PlacementDepartureInput,
  PlacementEmergencyInput,
  PlacementNextPlanInput,
  PlacementNoticeInput,
  PlacementOfferInput,
  PlacementReleaseInput,
  PlacementRelocationInput,
} from '@panah/contracts/placement-steps.contract';
import { PlacementMatchInput } from '@panah/contracts/unit-match.contract';
import { PlacementView } from '@panah/contracts/housing.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { EmergenciesService } from './emergencies.service';
import { PlacementStepsService } from './placement-steps.service';
import { RelocationsService } from './relocations.service';
import { RequestsService } from './requests.service';
import { StaysService } from './stays.service';

/** The steps of a placement (model 3.3), each a noun posted. */
@Controller('placements/:id')
export class PlacementsController {
  constructor(
    private readonly steps: PlacementStepsService,
    private readonly stays: StaysService,
    private readonly emergencies: EmergenciesService,
    private readonly relocations: RelocationsService,
    private readonly requests: RequestsService,
  ) {}

  @Get()
  @Allow('placement:read')
  read(@Param('id', Id) id: string): Promise<PlacementView> {
    return this.requests.read(id);
  }

  @Post('match')
  @HttpCode(200)
  @Allow('placement:match')
  @Idempotent('read')
  match(@Param('id', Id) id: string, @Body() input: PlacementMatchInput): Promise<PlacementView> {
    return this.steps.match(id, input);
  }

  @Post('release')
  @HttpCode(200)
  @Allow('placement:release')
  @Idempotent('read')
  release(@Param('id', Id) id: string, @Body() input: PlacementReleaseInput): Promise<PlacementView> {
    return this.steps.release(id, input);
  }

  @Post('offer')
  @HttpCode(200)
  @Allow('placement:offer')
  @Idempotent('read')
  offer(@Param('id', Id) id: string, @Body() input: PlacementOfferInput): Promise<PlacementView> {
    return this.steps.offer(id, input);
  }

  @Post('acceptance')
  @HttpCode(200)
  @Allow('placement:accept')
  @Idempotent('read')
  accept(@Param('id', Id) id: string, @Body() input: PlacementAcceptanceInput): Promise<PlacementView> {
    return this.steps.accept(id, input);
  }

  @Post('decline')
  @HttpCode(200)
  @Allow('placement:decline')
  @Idempotent('read')
  decline(@Param('id', Id) id: string, @Body() input: PlacementDeclineInput): Promise<PlacementView> {
    return this.steps.decline(id, input);
  }

  @Post('emergency')
  @HttpCode(200)
  @Allow('placement:direct_emergency')
  @Idempotent('read')
  emergency(@Param('id', Id) id: string, @Body() input: PlacementEmergencyInput): Promise<PlacementView> {
    return this.emergencies.emergency(id, input);
  }

  @Post('arrival')
  @HttpCode(200)
  @Allow('placement:move_in')
  @Idempotent('read')
  moveIn(@Param('id', Id) id: string, @Body() input: PlacementArrivalInput): Promise<PlacementView> {
    return this.stays.moveIn(id, input);
  }

  @Post('cancellation')
  @HttpCode(200)
  @Allow('placement:cancel')
  @Idempotent('read')
  cancel(@Param('id', Id) id: string, @Body() input: PlacementReleaseInput): Promise<PlacementView> {
    return this.stays.cancel(id, input);
  }

  @Post('notice')
  @HttpCode(200)
  @Allow('placement:give_notice')
  @Idempotent('read')
  giveNotice(@Param('id', Id) id: string, @Body() input: PlacementNoticeInput): Promise<PlacementView> {
    return this.stays.giveNotice(id, input);
  }

  @Post('notice-withdrawal')
  @HttpCode(200)
  @Allow('placement:withdraw_notice')
  @Idempotent('read')
  withdrawNotice(@Param('id', Id) id: string): Promise<PlacementView> {
    return this.stays.withdrawNotice(id);
  }

  @Post('next-plan')
  @HttpCode(200)
  @Allow('placement:give_notice')
  @Idempotent('read')
  planNext(@Param('id', Id) id: string, @Body() input: PlacementNextPlanInput): Promise<PlacementView> {
    return this.stays.planNext(id, input);
  }

  @Post('departure')
  @HttpCode(200)
  @Allow('placement:move_out')
  @Idempotent('read')
  moveOut(@Param('id', Id) id: string, @Body() input: PlacementDepartureInput): Promise<PlacementView> {
    return this.stays.moveOut(id, input);
  }

  @Post('relocation')
  @HttpCode(200)
  @Allow('placement:emergency_relocate')
  @Idempotent('read')
  relocate(@Param('id', Id) id: string, @Body() input: PlacementRelocationInput): Promise<PlacementView> {
    return this.relocations.relocate(id, input);
  }
}
