import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ClinicalNoteInput, ClinicalNoteListView, ClinicalNoteView } from '@panah/contracts/counselling-notes.contract';
import { CounsellingEpisodeView, CounsellingSessionInput } from '@panah/contracts/counselling.contract';
import {
  InstrumentLicenceInput,
  InstrumentLicencesView,
  ScreeningInput,
  ScreeningListView,
  ScreeningView,
} from '@panah/contracts/screening.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ClinicalNotes } from './clinical-notes.service';
import { EpisodesService } from './episodes.service';
import { ScreeningsService } from './screenings.service';
import { SessionsService } from './sessions.service';

/** Sessions and who came. */
@Controller()
export class CounsellingSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly episodes: EpisodesService,
  ) {}

  @Post('counselling/:id/sessions')
  @HttpCode(200)
  @Allow('counselling:work')
  @Idempotent('read')
  add(@Param('id', Id) id: string, @Body() input: CounsellingSessionInput): Promise<CounsellingEpisodeView> {
    return this.sessions.add(id, input);
  }

  @Put('counselling-sessions/:id')
  @Allow('counselling:work')
  record(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: CounsellingSessionInput): Promise<CounsellingEpisodeView> {
    return this.sessions.record(id, version, input);
  }

  read(id: string): Promise<CounsellingEpisodeView> {
    return this.episodes.read(id);
  }
}

/** Notes that belong to the record of the client. */
@Controller()
export class ClinicalNotesController {
  constructor(private readonly notes: ClinicalNotes) {}

  @Get('counselling/:id/notes')
  @Allow('clinical-note:read')
  list(@Param('id', Id) id: string): Promise<ClinicalNoteListView> {
    return this.notes.of(id);
  }

  @Post('counselling/:id/notes')
  @Allow('clinical-note:write')
  @Idempotent('read')
  draft(@Param('id', Id) id: string, @Body() input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    return this.notes.draft(id, input);
  }

  @Get('clinical-notes/:id')
  @Allow('clinical-note:read')
  read(@Param('id', Id) id: string): Promise<ClinicalNoteView> {
    return this.notes.read(id);
  }

  @Put('clinical-notes/:id')
  @Allow('clinical-note:write')
  keep(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    return this.notes.keep(id, version, input);
  }

  @Post('clinical-notes/:id/signature')
  @HttpCode(200)
  @Allow('clinical-note:write')
  @Idempotent('read')
  sign(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: ClinicalNoteInput): Promise<ClinicalNoteView> {
    return this.notes.sign(id, version, input);
  }

  @Delete('clinical-notes/:id')
  @HttpCode(204)
  @Allow('clinical-note:write')
  discard(@Param('id', Id) id: string): Promise<void> {
    return this.notes.discard(id);
  }
}

/** Scores, and on which licence they are taken. */
@Controller()
export class ScreeningsController {
  constructor(private readonly screenings: ScreeningsService) {}

  @Get('counselling/:id/screenings')
  @Allow('screening:read')
  list(@Param('id', Id) id: string): Promise<ScreeningListView> {
    return this.screenings.of(id);
  }

  @Post('counselling/:id/screenings')
  @Allow('screening:record')
  @Idempotent('kept')
  record(@Param('id', Id) id: string, @Body() input: ScreeningInput): Promise<ScreeningView> {
    return this.screenings.record(id, input);
  }

  @Get('instruments')
  @Allow('instrument:read')
  instruments(): Promise<InstrumentLicencesView> {
    return this.screenings.instruments();
  }

  @Post('instruments')
  @HttpCode(200)
  @Allow('instrument:license')
  @Idempotent('instruments')
  license(@Body() input: InstrumentLicenceInput): Promise<InstrumentLicencesView> {
    return this.screenings.license(input);
  }

  /** A repeat is answered by the number alone: the result stands in the list. */
  kept(id: string): { id: string } {
    return { id };
  }
}
