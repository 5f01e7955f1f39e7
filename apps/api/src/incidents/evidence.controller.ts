import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { EvidenceFileQuery, EvidenceInput, EvidenceRemovalInput } from '@panah/contracts/incident-evidence.contract';
import { IncidentView } from '@panah/contracts/incidents.contract';
import { Allow } from '../platform/access/allow';
import { GivesFile } from '../platform/http/file-answer';
import { Id } from '../platform/http/parameters';
import { Streamed, type StreamedBody, TakesStream } from '../platform/http/streamed-body';
import { Idempotent } from '../platform/idempotency/idempotent';
import { EvidenceFiles } from './evidence-files.service';
import { IncidentDeeds } from './incident-deeds.service';
import { IncidentsService } from './incidents.service';

/** What proves an incident: words, addresses, files. Added and taken off by those who write on it, never changed. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly deeds: IncidentDeeds,
    private readonly files: EvidenceFiles,
  ) {}

  @Post('incidents/:id/evidence')
  @HttpCode(200)
  @Allow('incident:edit')
  @Idempotent('again')
  add(@Param('id', Id) id: string, @Body() input: EvidenceInput): Promise<IncidentView> {
    return this.deeds.addEvidence(id, input);
  }

  /** The body is the file; what is told of it comes in the header X-Document. */
  @Post('incidents/:id/evidence-files')
  @Allow('incident:edit')
  @Idempotent('again')
  @TakesStream('EvidenceFileInput')
  bring(@Param('id', Id) id: string, @Streamed() body: StreamedBody): Promise<IncidentView> {
    return this.files.bring(id, body);
  }

  /** To be drawn anew on a canvas; never opened as what it is. */
  @Get('incident-evidence/:id/content')
  @GivesFile()
  @Allow('incident:read')
  show(@Param('id', Id) id: string): Promise<StreamableFile> {
    return this.files.shown(id);
  }

  @Get('incident-evidence/:id/file')
  @GivesFile()
  @Allow('incident:read')
  download(@Param('id', Id) id: string, @Query() { warning }: EvidenceFileQuery): Promise<StreamableFile> {
    return this.files.downloaded(id, warning);
  }

  @Get('incident-evidence/:id/original')
  @GivesFile()
  @Allow('incident:read')
  original(@Param('id', Id) id: string, @Query() { warning }: EvidenceFileQuery): Promise<StreamableFile> {
    return this.files.original(id, warning);
  }

  /** Asks the scanner again: it was away, or has come since. */
  @Post('incident-evidence/:id/scan')
  @HttpCode(200)
  @Allow('incident:edit')
  @Idempotent('again')
  scan(@Param('id', Id) id: string): Promise<IncidentView> {
    return this.files.scan(id);
  }

  /** Off the list, with who and why; it is kept. */
  @Post('incident-evidence/:id/removal')
  @HttpCode(200)
  @Allow('incident:edit')
  @Idempotent('again')
  remove(@Param('id', Id) id: string, @Body() { why }: EvidenceRemovalInput): Promise<IncidentView> {
    return this.files.remove(id, why);
  }

  /** A repeat is answered by the incident as it is now. */
  again(id: string): Promise<IncidentView> {
    return this.incidents.read(id);
  }
}
