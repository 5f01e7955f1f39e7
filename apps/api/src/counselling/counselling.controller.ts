import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  CaseCounsellingView,
  CounsellingContactInput,
  CounsellingEditInput,
  CounsellingEpisodeView,
  CounsellingRequestInput,
} from '@panah/contracts/counselling.contract';
import { CounsellingDeskView, CounsellorCandidatesView, SupervisionInput } from '@panah/contracts/counselling-desk.contract';
import { SharedSummaryInput } from '@panah/contracts/counselling-notes.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DeskService } from './desk.service';
import { EpisodesService } from './episodes.service';

/** Counselling: asked for from a file, worked on by counsellors. */
@Controller()
export class CounsellingController {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly desk: DeskService,
  ) {}

  @Get('counselling')
  @Allow('counselling:list')
  list(): Promise<CounsellingDeskView> {
    return this.desk.read();
  }

  @Post('counselling-supervision')
  @HttpCode(200)
  @Allow('supervision:record')
  @Idempotent('list')
  supervise(@Body() input: SupervisionInput): Promise<CounsellingDeskView> {
    return this.desk.supervise(input);
  }

  @Get('cases/:id/counselling')
  @Allow('counselling:read')
  ofCase(@Param('id', Id) caseId: string): Promise<CaseCounsellingView> {
    return this.episodes.ofCase(caseId);
  }

  @Post('cases/:id/counselling')
  @Allow('counselling:request')
  @Idempotent('read')
  request(@Param('id', Id) caseId: string, @Body() input: CounsellingRequestInput): Promise<CounsellingEpisodeView> {
    return this.episodes.request(caseId, input);
  }

  @Get('counselling/:id')
  @Allow('counselling:read')
  read(@Param('id', Id) id: string): Promise<CounsellingEpisodeView> {
    return this.episodes.read(id);
  }

  @Put('counselling/:id')
  @Allow('counselling:work')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: CounsellingEditInput): Promise<CounsellingEpisodeView> {
    return this.episodes.edit(id, version, input);
  }

  @Put('counselling/:id/shared-summary')
  @Allow('counselling:work')
  share(@Param('id', Id) id: string, @IfMatch() version: number, @Body() { text }: SharedSummaryInput): Promise<CounsellingEpisodeView> {
    return this.episodes.share(id, version, text);
  }

  @Post('counselling/:id/contacts')
  @HttpCode(200)
  @Allow('counselling:work')
  @Idempotent('read')
  contact(@Param('id', Id) id: string, @Body() input: CounsellingContactInput): Promise<CounsellingEpisodeView> {
    return this.episodes.contact(id, input);
  }

  @Get('counselling/:id/candidates')
  @Allow('counselling:allocate')
  candidates(@Param('id', Id) id: string): Promise<CounsellorCandidatesView> {
    return this.episodes.candidates(id);
  }
}
