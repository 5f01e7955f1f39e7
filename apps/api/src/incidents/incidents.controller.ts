import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  IncidentActionDoneInput,
  IncidentActionInput,
  IncidentAssessmentInput,
  IncidentClosureInput,
  IncidentMonitoringInput,
  IncidentReopeningInput,
} from '@panah/contracts/incident-steps.contract';
import { IncidentInput, IncidentListQuery, IncidentListView, IncidentView, OfficeIncidentInput } from '@panah/contracts/incidents.contract';
import { HeardView } from '@panah/contracts/risk.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { HeardService } from './heard.service';
import { IncidentDeeds } from './incident-deeds.service';
import { IncidentSteps } from './incident-steps.service';
import { IncidentsService } from './incidents.service';

/** Incidents: reported by anyone on the team, answered by coordinators on the duty list. */
@Controller()
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly steps: IncidentSteps,
    private readonly deeds: IncidentDeeds,
    private readonly silence: HeardService,
  ) {}

  @Get('incidents')
  @Allow('incident:read')
  list(@Query() query: IncidentListQuery): Promise<IncidentListView> {
    return this.incidents.list(query);
  }

  /** What concerns the office, a colleague, a house, data: no case is named. */
  @Post('incidents')
  @Allow('incident:report')
  @Idempotent('kept')
  reportOfOffice(@Body() input: OfficeIncidentInput): Promise<HeardView> {
    return this.incidents.reportOfOffice(input);
  }

  @Get('cases/:id/incidents')
  @Allow('incident:read')
  ofCase(@Param('id', Id) caseId: string, @Query() query: IncidentListQuery): Promise<IncidentListView> {
    return this.incidents.ofCase(caseId, query);
  }

  @Post('cases/:id/incidents')
  @Allow('incident:report')
  @Idempotent('kept')
  report(@Param('id', Id) caseId: string, @Body() input: IncidentInput): Promise<HeardView> {
    return this.incidents.report(caseId, input);
  }

  /** R-RI-10. The name of the route says as little as the screen. */
  @Post('cases/:id/heard')
  @HttpCode(200)
  @Allow('contact:heard')
  @Idempotent('kept')
  async heard(@Param('id', Id) caseId: string): Promise<HeardView> {
    await this.silence.heard(caseId);
    return this.kept(caseId);
  }

  @Get('incidents/:id')
  @Allow('incident:read')
  read(@Param('id', Id) id: string): Promise<IncidentView> {
    return this.incidents.read(id);
  }

  @Post('incidents/:id/assessment')
  @HttpCode(200)
  @Allow('incident:assess')
  @Idempotent('read')
  assess(@Param('id', Id) id: string, @Body() input: IncidentAssessmentInput): Promise<IncidentView> {
    return this.steps.step(id, 'assess', input);
  }

  @Post('incidents/:id/action')
  @HttpCode(200)
  @Allow('incident:act')
  @Idempotent('read')
  act(@Param('id', Id) id: string): Promise<IncidentView> {
    return this.steps.step(id, 'act');
  }

  @Post('incidents/:id/monitoring')
  @HttpCode(200)
  @Allow('incident:monitor')
  @Idempotent('read')
  monitor(@Param('id', Id) id: string, @Body() input: IncidentMonitoringInput): Promise<IncidentView> {
    return this.steps.step(id, 'monitor', input);
  }

  @Post('incidents/:id/closure')
  @HttpCode(200)
  @Allow('incident:close')
  @Idempotent('read')
  close(@Param('id', Id) id: string, @Body() input: IncidentClosureInput): Promise<IncidentView> {
    return this.steps.step(id, 'close', input);
  }

  @Post('incidents/:id/reopening')
  @HttpCode(200)
  @Allow('incident:reopen')
  @Idempotent('read')
  reopen(@Param('id', Id) id: string, @Body() input: IncidentReopeningInput): Promise<IncidentView> {
    return this.steps.step(id, 'reopen', input);
  }

  @Post('incidents/:id/actions')
  @HttpCode(200)
  @Allow('incident:edit')
  @Idempotent('read')
  addDeed(@Param('id', Id) id: string, @Body() input: IncidentActionInput): Promise<IncidentView> {
    return this.deeds.addDeed(id, input);
  }

  @Post('incidents/:id/action-completion')
  @HttpCode(200)
  @Allow('incident:edit')
  @Idempotent('read')
  finishDeed(@Param('id', Id) id: string, @Body() { actionId }: IncidentActionDoneInput): Promise<IncidentView> {
    return this.deeds.finishDeed(id, actionId);
  }

  /** A repeat is answered as it was the first time: by the number alone. */
  kept(id: string): HeardView {
    return { id };
  }
}
