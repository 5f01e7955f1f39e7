import { Inject, Injectable } from '@nestjs/common';
import {
  CaseDocumentEditInput,
  CaseDocumentInput,
  type CaseDocumentListQuery,
  type CaseDocumentListView,
  type CaseDocumentView,
} from '@panah/contracts/documents.contract';
import { assertDaysFit, assertPrivilegeFits, classOfDocument, shelfOf } from '@panah/domain/documents/document.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { documentType, type DocumentType } from '@panah/domain/vocabulary/documents';
import { CaseRecords } from '../cases/case.records';
import { hasWord } from '../platform/access/current-reach';
import { invalid } from '../platform/errors/problem';
import { validated } from '../platform/errors/validation';
import type { StreamedBody } from '../platform/http/streamed-body';
import { hasScanner, SETTINGS, type SettingsOf } from '../platform/settings.module';
import { StaffRecords } from '../staff/staff.records';
import { Arrivals } from './arrivals.records';
import type { OpenDocument } from './document.entity';
import { type DocumentPlain, DocumentRecords } from './document.records';
import { documentView } from './document.view';
import { NeutralTitles } from './neutral-titles';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentRecords,
    private readonly arrivals: Arrivals,
    private readonly titles: NeutralTitles,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  async list(caseId: string, query: CaseDocumentListQuery): Promise<CaseDocumentListView> {
    await this.cases.reachable(caseId, 'document:read');
    const { documents, total, next } = await this.documents.list(caseId, query);
    const shelves = hasWord('document:add') ? await this.addable(caseId) : [];
    const types = documentType.codes.filter((type) => shelves.includes(shelfOf(type, false)));
    return {
      items: await this.views(documents),
      total,
      next,
      types,
      mayBePrivileged: shelves.includes('PRIVILEGED'),
      scanned: hasScanner(this.settings),
    };
  }

  async read(id: string): Promise<CaseDocumentView> {
    const [view] = await this.views([await this.documents.get(id)]);
    return view;
  }

  /** First the reach, then the form, then the bytes: nothing is read for somebody who may not add it. */
  async add(caseId: string, body: StreamedBody): Promise<CaseDocumentView> {
    const file = await this.cases.reachable(caseId, 'document:add');
    const input = await validated(CaseDocumentInput, body.told);
    const { fileName, privileged = false, keepAsEvidence = false, translationOf = null } = input;
    assertPrivilegeFits(input.type as DocumentType, privileged);
    const plain = await this.plainOf(caseId, input, privileged);
    if (!(await this.documents.shelvesOf(caseId)).includes(plain.shelf))
      throw new RuleBroken('type-not-yours', {}, { type: ['not-yours'] });
    await this.titles.check(file.clientId, input.title);
    if (translationOf) await this.assertTranslates(caseId, translationOf);
    const home = {
      officeId: file.officeId,
      clientId: file.clientId,
      subjectId: file.clientId,
      compartment: privileged ? ('legal' as const) : ('file' as const),
    };
    const arrived = await this.arrivals.take(body, fileName, home, keepAsEvidence ? 'as-evidence' : 'no');
    const { kind, fileState, original } = arrived;
    const secrets = { title: input.title.trim(), language: input.language ?? null, file: arrived.file, original };
    return this.read(
      await this.documents.add(
        file,
        { ...plain, kind, fileState, translationOf, fileId: arrived.file.id, originalId: original?.id ?? null },
        secrets,
      ),
    );
  }

  async edit(id: string, version: number, input: CaseDocumentEditInput): Promise<CaseDocumentView> {
    const document = await this.documents.hold(id);
    const file = await this.cases.reachable(document.row.caseId, 'document:edit');
    const privileged = document.row.shelf === 'PRIVILEGED';
    assertPrivilegeFits(input.type as DocumentType, privileged);
    const plain = await this.plainOf(file.id, input, privileged);
    if (!(await this.documents.shelvesOf(file.id)).includes(plain.shelf))
      throw new RuleBroken('type-not-yours', {}, { type: ['not-yours'] });
    await this.titles.check(file.clientId, input.title);
    await this.documents.edit(document, version, plain, { title: input.title.trim(), language: input.language ?? null });
    return this.read(id);
  }

  private async addable(caseId: string): Promise<string[]> {
    const may = await this.cases.reachable(caseId, 'document:add').then(
      () => true,
      () => false,
    );
    return may ? this.documents.shelvesOf(caseId) : [];
  }

  private async plainOf(caseId: string, input: CaseDocumentEditInput, privileged: boolean): Promise<DocumentPlain> {
    const type = input.type as DocumentType;
    const { receivedOn, validTo = null } = input;
    assertDaysFit(receivedOn, validTo, await this.cases.lifeOn(caseId));
    return { type, class: classOfDocument(type, privileged), shelf: shelfOf(type, privileged), receivedOn, validTo };
  }

  private async assertTranslates(caseId: string, id: string): Promise<void> {
    const { row } = await this.documents.get(id).catch(() => {
      throw invalid({ translationOf: ['not-in-file'] });
    });
    if (row.caseId !== caseId) throw invalid({ translationOf: ['not-in-file'] });
  }

  private async views(documents: readonly OpenDocument[]): Promise<CaseDocumentView[]> {
    const names = await this.staff.names(documents.map(({ row }) => row.addedBy));
    return documents.map((document) => documentView(document, names, hasScanner(this.settings)));
  }
}
