import { Injectable, type StreamableFile } from '@nestjs/common';
import type { CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentFileProcess } from '@panah/domain/documents/document.process';
import { assertMayBeShown, assertMayLeave, nameAtLeaving } from '@panah/domain/documents/document.rules';
import { move } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { currentLine } from '../platform/audit/current-line';
import { notFound } from '../platform/errors/problem';
import { fileAnswer } from '../platform/http/file-answer';
import { Arrivals } from './arrivals.records';
import { DocumentRecords } from './document.records';
import type { Document } from './document.entity';
import { DocumentStore } from './document-store.records';
import { DocumentsService } from './documents.service';

/** The bytes of documents: to be drawn anew, to be taken away, and before the scanner once more. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly documents: DocumentRecords,
    private readonly views: DocumentsService,
    private readonly cases: CaseRecords,
    private readonly store: DocumentStore,
    private readonly arrivals: Arrivals,
  ) {}

  /** For a canvas: pictures, pages and plain text, also while nobody has scanned them. */
  async shown(id: string): Promise<StreamableFile> {
    const { row } = await this.documents.get(id);
    assertMayBeShown(row.fileState, row.kind);
    return this.answer(row, row.fileId);
  }

  async downloaded(id: string, warning: string | undefined): Promise<StreamableFile> {
    const { row } = await this.documents.get(id);
    assertMayLeave(row.fileState, warning === 'seen');
    return this.answer(row, row.fileId);
  }

  /** The file as it came, with what it tells of place and maker. */
  async original(id: string, warning: string | undefined): Promise<StreamableFile> {
    const { row } = await this.documents.get(id);
    await this.cases.reachable(row.caseId, 'document:read-original');
    currentLine().about('document', id);
    if (!row.originalId) throw notFound();
    assertMayLeave(row.fileState, warning === 'seen');
    return this.answer(row, row.originalId);
  }

  async scan(id: string): Promise<CaseDocumentView> {
    const document = await this.documents.hold(id);
    const { row } = document;
    const event = (await this.arrivals.again(row.originalId ?? row.fileId)) === 'CLEAN' ? 'pass' : 'block';
    await this.documents.move(document, event, move(documentFileProcess, row.fileState, event));
    return this.views.read(id);
  }

  /** Nothing of its title is in the name of the file: a folder of downloads is read by others. */
  private async answer(row: Document, fileId: string): Promise<StreamableFile> {
    const { known, content } = await this.store.stream(fileId);
    return fileAnswer(nameAtLeaving(row.id, row.kind), known.bytes, content);
  }
}
