import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { PrivateNoteInput, PrivateNoteListView, PrivateNoteView } from '@panah/contracts/counselling-notes.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { PrivateNotes } from './private-notes.service';

/** What a counsellor keeps for themself. The word is that of all work on an episode, and so are the answers' codes: the log shows no difference (R-CN-01). */
@Controller()
export class PrivateNotesController {
  constructor(private readonly notes: PrivateNotes) {}

  @Get('counselling/:id/private-notes')
  @Allow('counselling:work')
  list(@Param('id', Id) id: string): Promise<PrivateNoteListView> {
    return this.notes.of(id);
  }

  @Post('counselling/:id/private-notes')
  @HttpCode(200)
  @Allow('counselling:work')
  @Idempotent('read')
  draft(@Param('id', Id) id: string, @Body() input: PrivateNoteInput): Promise<PrivateNoteView> {
    return this.notes.draft(id, input);
  }

  @Get('private-notes/:id')
  @Allow('counselling:work')
  read(@Param('id', Id) id: string): Promise<PrivateNoteView> {
    return this.notes.read(id);
  }

  @Put('private-notes/:id')
  @Allow('counselling:work')
  keep(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PrivateNoteInput): Promise<PrivateNoteView> {
    return this.notes.keep(id, version, input);
  }

  @Post('private-notes/:id/signature')
  @HttpCode(200)
  @Allow('counselling:work')
  @Idempotent('read')
  sign(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: PrivateNoteInput): Promise<PrivateNoteView> {
    return this.notes.sign(id, version, input);
  }

  @Post('private-notes/:id/discard')
  @HttpCode(204)
  @Allow('counselling:work')
  @Idempotent('gone')
  async discard(@Param('id', Id) id: string): Promise<void> {
    await this.notes.discard(id);
  }

  gone(): void {
    // nothing is left to be read
  }
}
