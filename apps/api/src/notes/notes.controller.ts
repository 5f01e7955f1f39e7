import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  NoteInput,
  NoteListQuery,
  NoteListView,
  NoteReadersView,
  NoteView,
  NoteVoidConfirmationInput,
  NoteVoidInput,
  NoteVoidRefusalInput,
} from '@panah/contracts/notes.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { NoteVoiding } from './note-voiding.service';
import { NotesService } from './notes.service';

/** Notes on a case: drafts of their author, signed for good, voided by two. */
@Controller()
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly voiding: NoteVoiding,
  ) {}

  @Get('cases/:id/notes')
  @Allow('note:read')
  list(@Param('id', Id) caseId: string, @Query() query: NoteListQuery): Promise<NoteListView> {
    return this.notes.list(caseId, query);
  }

  /** Who may be named as reader of a sensitive note. */
  @Get('cases/:id/note-readers')
  @Allow('note:read')
  readers(@Param('id', Id) caseId: string): Promise<NoteReadersView> {
    return this.notes.readers(caseId);
  }

  @Post('cases/:id/note-drafts')
  @Allow('note:write')
  @Idempotent('read')
  draft(@Param('id', Id) caseId: string, @Body() input: NoteInput): Promise<NoteView> {
    return this.notes.draft(caseId, input);
  }

  /** Written and signed in one act. */
  @Post('cases/:id/notes')
  @Allow('note:write')
  @Idempotent('read')
  write(@Param('id', Id) caseId: string, @Body() input: NoteInput): Promise<NoteView> {
    return this.notes.write(caseId, input);
  }

  @Get('notes/:id')
  @Allow('note:read')
  read(@Param('id', Id) id: string): Promise<NoteView> {
    return this.notes.read(id);
  }

  @Put('notes/:id')
  @Allow('note:write')
  keep(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: NoteInput): Promise<NoteView> {
    return this.notes.keep(id, version, input);
  }

  @Delete('notes/:id')
  @HttpCode(204)
  @Allow('note:write')
  discard(@Param('id', Id) id: string): Promise<void> {
    return this.notes.discard(id);
  }

  @Post('notes/:id/signature')
  @HttpCode(200)
  @Allow('note:write')
  @Idempotent('read')
  sign(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: NoteInput): Promise<NoteView> {
    return this.notes.sign(id, version, input);
  }

  @Post('notes/:id/void-request')
  @HttpCode(200)
  @Allow('note:ask-void')
  @Idempotent('read')
  async askVoid(@Param('id', Id) id: string, @Body() input: NoteVoidInput): Promise<NoteView> {
    await this.voiding.ask(id, input);
    return this.notes.read(id);
  }

  @Post('notes/:id/void-confirmation')
  @HttpCode(200)
  @Allow('note:confirm-void')
  @Idempotent('read')
  async confirmVoid(@Param('id', Id) id: string, @Body() { moveToCaseRef }: NoteVoidConfirmationInput): Promise<NoteView> {
    await this.voiding.confirm(id, moveToCaseRef ?? null);
    return this.notes.read(id);
  }

  @Post('notes/:id/void-refusal')
  @HttpCode(200)
  @Allow('note:confirm-void')
  @Idempotent('read')
  async refuseVoid(@Param('id', Id) id: string, @Body() { explanation }: NoteVoidRefusalInput): Promise<NoteView> {
    await this.voiding.refuse(id, explanation);
    return this.notes.read(id);
  }
}
