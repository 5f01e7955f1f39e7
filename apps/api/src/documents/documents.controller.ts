import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import {
  CaseDocumentEditInput,
  CaseDocumentFileQuery,
  CaseDocumentListQuery,
  CaseDocumentListView,
  CaseDocumentView,
} from '@panah/contracts/documents.contract';
import { Allow } from '../platform/access/allow';
import { GivesFile } from '../platform/http/file-answer';
import { Id, IfMatch } from '../platform/http/parameters';
import { Streamed, type StreamedBody, TakesStream } from '../platform/http/streamed-body';
import { Idempotent } from '../platform/idempotency/idempotent';
import { DocumentFiles } from './document-files.service';
import { DocumentsService } from './documents.service';

/** Documents on a case: their bytes are sealed, cleaned, and shown re-drawn. */
@Controller()
export class CaseDocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly files: DocumentFiles,
  ) {}

  @Get('cases/:id/documents')
  @Allow('document:read')
  list(@Param('id', Id) caseId: string, @Query() query: CaseDocumentListQuery): Promise<CaseDocumentListView> {
    return this.documents.list(caseId, query);
  }

  /** The body is the file; what is told of it comes in the header X-Document. */
  @Post('cases/:id/documents')
  @Allow('document:add')
  @Idempotent('read')
  @TakesStream('CaseDocumentInput')
  add(@Param('id', Id) caseId: string, @Streamed() body: StreamedBody): Promise<CaseDocumentView> {
    return this.documents.add(caseId, body);
  }

  @Get('documents/:id')
  @Allow('document:read')
  read(@Param('id', Id) id: string): Promise<CaseDocumentView> {
    return this.documents.read(id);
  }

  @Put('documents/:id')
  @Allow('document:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: CaseDocumentEditInput): Promise<CaseDocumentView> {
    return this.documents.edit(id, version, input);
  }

  /** To be drawn anew on a canvas; never opened as what it is. */
  @Get('documents/:id/content')
  @GivesFile()
  @Allow('document:read')
  show(@Param('id', Id) id: string): Promise<StreamableFile> {
    return this.files.shown(id);
  }

  @Get('documents/:id/file')
  @GivesFile()
  @Allow('document:read')
  download(@Param('id', Id) id: string, @Query() { warning }: CaseDocumentFileQuery): Promise<StreamableFile> {
    return this.files.downloaded(id, warning);
  }

  @Get('documents/:id/original')
  @GivesFile()
  @Allow('document:read-original')
  original(@Param('id', Id) id: string, @Query() { warning }: CaseDocumentFileQuery): Promise<StreamableFile> {
    return this.files.original(id, warning);
  }

  /** Asks the scanner again: it was away, or has come since. */
  @Post('documents/:id/scan')
  @HttpCode(200)
  @Allow('document:scan')
  @Idempotent('read')
  scan(@Param('id', Id) id: string): Promise<CaseDocumentView> {
    return this.files.scan(id);
  }
}
