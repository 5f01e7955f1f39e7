import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  CounsellingAllocationInput,
  CounsellingBeginningInput,
  CounsellingContinuationInput,
  CounsellingDeclineInput,
  CounsellingEndInput,
  CounsellingEndReasonInput,
  CounsellingPauseInput,
  CounsellingTriageInput,
  CounsellingUnplannedEndInput,
} from '@panah/contracts/counselling-steps.contract';
import { CounsellingEpisodeView } from '@panah/contracts/counselling.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { EpisodeSteps } from './episode-steps.service';
import { EpisodesService } from './episodes.service';

/** The steps of an episode (model 3.4). */
@Controller('counselling/:id')
export class CounsellingStepsController {
  constructor(
    private readonly steps: EpisodeSteps,
    private readonly episodes: EpisodesService,
  ) {}

  @Post('triage')
  @HttpCode(200)
  @Allow('counselling:triage')
  @Idempotent('read')
  triage(@Param('id', Id) id: string, @Body() input: CounsellingTriageInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'triage', input);
  }

  @Post('waiting')
  @HttpCode(200)
  @Allow('counselling:waitlist')
  @Idempotent('read')
  waitlist(@Param('id', Id) id: string): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'waitlist');
  }

  @Post('allocation')
  @HttpCode(200)
  @Allow('counselling:allocate')
  @Idempotent('read')
  allocate(@Param('id', Id) id: string, @Body() input: CounsellingAllocationInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'allocate', input);
  }

  @Post('decline')
  @HttpCode(200)
  @Allow('counselling:decline')
  @Idempotent('read')
  decline(@Param('id', Id) id: string, @Body() input: CounsellingDeclineInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'decline', input);
  }

  @Post('beginning')
  @HttpCode(200)
  @Allow('counselling:begin')
  @Idempotent('read')
  begin(@Param('id', Id) id: string, @Body() input: CounsellingBeginningInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'begin', input);
  }

  @Post('onward-referral')
  @HttpCode(200)
  @Allow('counselling:refer_on')
  @Idempotent('read')
  referOn(@Param('id', Id) id: string, @Body() { endReason, words }: CounsellingEndReasonInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'refer_on', { reason: endReason, words });
  }

  @Post('pause')
  @HttpCode(200)
  @Allow('counselling:pause')
  @Idempotent('read')
  pause(@Param('id', Id) id: string, @Body() input: CounsellingPauseInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'pause', input);
  }

  @Post('resumption')
  @HttpCode(200)
  @Allow('counselling:resume')
  @Idempotent('read')
  resume(@Param('id', Id) id: string): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'resume');
  }

  @Post('planned-ending')
  @HttpCode(200)
  @Allow('counselling:plan_ending')
  @Idempotent('read')
  planEnding(@Param('id', Id) id: string): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'plan_ending');
  }

  @Post('unplanned-end')
  @HttpCode(200)
  @Allow('counselling:end_unplanned')
  @Idempotent('read')
  endUnplanned(@Param('id', Id) id: string, @Body() { endReason, ...more }: CounsellingUnplannedEndInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'end_unplanned', { ...more, reason: endReason });
  }

  @Post('continuation')
  @HttpCode(200)
  @Allow('counselling:continue')
  @Idempotent('read')
  goOn(@Param('id', Id) id: string, @Body() input: CounsellingContinuationInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'continue', input);
  }

  @Post('end')
  @HttpCode(200)
  @Allow('counselling:end')
  @Idempotent('read')
  end(@Param('id', Id) id: string, @Body() { endReason, ...more }: CounsellingEndInput): Promise<CounsellingEpisodeView> {
    return this.steps.step(id, 'end', { ...more, reason: endReason });
  }

  @Post('handover')
  @HttpCode(200)
  @Allow('counselling:hand_over')
  @Idempotent('read')
  handOver(@Param('id', Id) id: string, @Body() input: CounsellingAllocationInput): Promise<CounsellingEpisodeView> {
    return this.steps.handOver(id, input);
  }

  /** What a repeated step is answered with; the route that reads an episode stands in another controller. */
  read(id: string): Promise<CounsellingEpisodeView> {
    return this.episodes.read(id);
  }
}
