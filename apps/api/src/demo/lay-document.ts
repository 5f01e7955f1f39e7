import { classOfDocument, shelfOf } from '@panah/domain/documents/document.rules';
import { documentType, type DocumentType } from '@panah/domain/vocabulary/documents';
import { documentPlace } from '../documents/document.records';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import { layFile, madeUpPage } from './lay-file';
import { layLine } from './lay-line';
import { dayOf, type Setting } from './setting';
import type { Shelf } from './shelf';

const USUAL: readonly DocumentType[] = ['PERMIT', 'TENANCY', 'CORRESPONDENCE', 'EDUCATION', 'DECISION', 'CONSENT_FORM'];

/** Lays one or two documents of a case: made-up pages, sealed like all others. Nothing has scanned them. */
export function layDocuments(shelf: Shelf, setting: Setting, file: LaidCase, at: Date): void {
  const [first, second] = [0, 1].map((sign) => USUAL[file.caseRef.charCodeAt(sign) % USUAL.length]);
  for (const type of new Set([first, second])) layDocument(shelf, setting, file, type, at);
}

/** Lays a document; gives its id. */
export function layDocument(shelf: Shelf, setting: Setting, file: LaidCase, type: DocumentType, at: Date): string {
  const id = newId();
  const known = layFile(shelf, setting, file, at, { subjectId: file.clientId, content: madeUpPage(documentType.label(type, 'en')) });
  const place = { office_id: file.officeId, client_id: file.clientId };
  const [day, shelfOfIt] = [dayOf(at), shelfOf(type, false)];
  shelf.add(
    'document',
    {
      ...place,
      id,
      org_id: setting.orgId,
      case_id: file.id,
      added_by: file.workerId,
      added_at: at,
      type,
      class: classOfDocument(type, false),
      shelf: shelfOfIt,
      kind: 'PDF',
      file_state: 'UNSCANNED',
      received_on: day,
      file_id: known.id,
      seal_version: 1,
      version: 1,
    },
    {
      place: documentPlace({ id, clientId: file.clientId, shelf: shelfOfIt, sealVersion: 1 }),
      payload: { title: documentType.label(type, 'en'), language: null, file: known, original: null },
    },
  );
  layLine(shelf, setting, {
    at,
    officeId: file.officeId,
    actorId: file.workerId,
    word: 'document:add',
    subjectType: 'document',
    subjectId: id,
    clientId: file.clientId,
    changed: ['type', 'title'],
  });
  return id;
}
