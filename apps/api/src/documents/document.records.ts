import { Injectable } from '@nestjs/common';
import type { CaseDocumentListQuery } from '@panah/contracts/documents.contract';
import type { DocumentFileEvent, DocumentFileState } from '@panah/domain/documents/document.process';
import type { Shelf } from '@panah/domain/documents/document.rules';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { Document, type DocumentSecrets, type OpenDocument } from './document.entity';
import { onOpenShelf, openShelves, shelfValues, shelvesIn } from './document-reach';

type Row = Document & Record<string, unknown>;

/** What somebody decides about a document in plain: what a list sorts and the walls compare. */
export type DocumentPlain = Pick<Document, 'type' | 'class' | 'shelf' | 'receivedOn' | 'validTo'>;
export type NewDocument = DocumentPlain & Pick<Document, 'kind' | 'fileState' | 'translationOf' | 'fileId' | 'originalId'>;

interface OnCase {
  id: string;
  clientId: string;
  officeId: string;
}

export interface DocumentPage {
  documents: OpenDocument[];
  total: number;
  next: string | null;
}

const COLUMNS = `d.id, d.org_id as "orgId", d.office_id as "officeId", d.client_id as "clientId", d.case_id as "caseId", d.added_by as "addedBy",
  d.added_at as "addedAt", d.type, d.class, d.shelf, d.kind, d.file_state as "fileState", d.received_on as "receivedOn", d.valid_to as "validTo",
  d.translation_of as "translationOf", d.file_id as "fileId", d.original_id as "originalId", d.sealed, d.seal_version as "sealVersion", d.version`;
const ONE = {
  name: 'document.one',
  text: `select ${COLUMNS} from document d cross join lateral (${openShelves('d', 2)}) reach where d.id = $1 and ${onOpenShelf('d')}`,
};
const KNOWN = {
  name: 'document.known',
  text: `select ${COLUMNS} from document d cross join lateral (${openShelves('d', 2)}) reach where d.id = any($1::uuid[]) and ${onOpenShelf('d')}`,
};
const HOLD = { name: 'document.hold', text: `${ONE.text} for update of d` };
const OF_CASE = `reach join document d on d.case_id = reach.case_id and d.client_id = reach.client_id and d.office_id = reach.office_id`;
const HERE = `${onOpenShelf('d')} and ($2::text is null or d.type = $2)`;
const LIST = {
  name: 'document.list',
  text: `with reach as materialized (select f.id as case_id, f.client_id, f.office_id, r.* from case_file f cross join lateral (${openShelves('f', 6)}) r where f.id = $1)
         select ${COLUMNS}, (select count(*)::int from ${OF_CASE} where ${HERE}) as total from ${OF_CASE}
          where ${HERE} and ($3::timestamptz is null or (d.added_at, d.id) < ($3, $4::uuid)) order by d.added_at desc, d.id desc limit $5`,
};
const SHELVES_OF_CASE = {
  name: 'document.shelves',
  text: `select reach.* from case_file f cross join lateral (${openShelves('f', 2)}) reach where f.id = $1`,
};
const EDIT = {
  name: 'document.edit',
  text: `update document set type = $3, class = $4, shelf = $5, received_on = $6, valid_to = $7, sealed = $8, seal_version = seal_version + 1, version = version + 1
          where id = $1 and version = $2`,
};
const MOVE = { name: 'document.move', text: 'update document set file_state = $3, version = version + 1 where id = $1 and version = $2' };

/** The door to the documents of a case. Reach is by shelf: `onOpenShelf`. */
@Injectable()
export class DocumentRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** A document with its bytes kept already. Returns its id. */
  async add({ id: caseId, clientId, officeId }: OnCase, plain: NewDocument, secrets: DocumentSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('document', id, { clientId, officeId })
      .changed(...Object.keys(plain), 'title', 'language');
    const sealed = await this.sealer.seal(documentPlace({ id, clientId, shelf: plain.shelf, sealVersion: 1 }), secrets);
    const row = {
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      addedBy: staffId,
      addedAt: new Date(),
      ...plain,
      sealed,
      sealVersion: 1,
      version: 1,
    };
    await currentWork().entities.insert(Document, row);
    await this.steps.record({ type: 'document', id, action: 'add', from: 'UPLOADING', to: plain.fileState, officeId, clientId });
    return id;
  }

  async list(caseId: string, { type, limit = 20, cursor }: CaseDocumentListQuery): Promise<DocumentPage> {
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const rows = await currentWork().rows<Row & { total: number }>(LIST, [caseId, type ?? null, at, id, limit + 1, ...shelfValues()]);
    const documents = await this.openAll(rows.slice(0, limit));
    const last = documents.at(-1)?.row;
    const more = rows.length > limit && last !== undefined;
    return { documents, total: rows[0]?.total ?? 0, next: more ? cursorAfter([last.addedAt.toISOString(), last.id]) : null };
  }

  async get(id: string): Promise<OpenDocument> {
    return this.found(id, await currentWork().row<Row>(ONE, [id, ...shelfValues()]));
  }

  /** Those of several that the reader comes to. */
  async known(ids: readonly string[]): Promise<OpenDocument[]> {
    return ids.length ? this.openAll(await currentWork().rows<Row>(KNOWN, [ids, ...shelfValues()])) : [];
  }

  /** As `get`, and nobody else edits or moves it until this request is over. */
  async hold(id: string): Promise<OpenDocument> {
    return this.found(id, await currentWork().row<Row>(HOLD, [id, ...shelfValues()]));
  }

  /** The shelves of a case that open to the one who is asking. */
  async shelvesOf(caseId: string): Promise<Shelf[]> {
    return shelvesIn(await currentWork().row(SHELVES_OF_CASE, [caseId, ...shelfValues()]));
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(
    { row, secrets }: OpenDocument,
    version: number,
    plain: DocumentPlain,
    told: Pick<DocumentSecrets, 'title' | 'language'>,
  ): Promise<void> {
    const changed = changedFields({ ...row, ...secrets }, { ...plain, ...told });
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const place = documentPlace({ ...row, shelf: plain.shelf, sealVersion: row.sealVersion + 1 });
    const sealed = await this.sealer.seal(place, { ...secrets, ...told });
    const { type, class: documentClass, shelf, receivedOn, validTo } = plain;
    await currentWork().change(EDIT, [row.id, version, type, documentClass, shelf, receivedOn, validTo, sealed]);
  }

  async move({ row }: OpenDocument, action: DocumentFileEvent, to: DocumentFileState): Promise<void> {
    currentLine().changed('fileState');
    await currentWork().change(MOVE, [row.id, row.version, to]);
    const { id, officeId, clientId, fileState: from } = row;
    await this.steps.record({ type: 'document', id, action, from, to, officeId, clientId });
  }

  private async found(id: string, row: Document | null): Promise<OpenDocument> {
    currentLine().about('document', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [document] = row ? await this.openAll([row]) : [];
    if (!document) throw notFound();
    return document;
  }

  private async openAll(rows: readonly Document[]): Promise<OpenDocument[]> {
    const secrets = await this.sealer.openMany<DocumentSecrets>(rows.map((row) => ({ place: documentPlace(row), sealed: row.sealed })));
    currentLine()
      .returned(
        'document',
        rows.map((row) => row.id),
      )
      .opened(...(rows.length ? ['DOCUMENTS'] : []));
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([name, value]) => (old[name] ?? null) !== (value ?? null))
    .map(([name]) => name);
}

/** Under the client's key, of the legal compartment when it is the legal team's own. */
export function documentPlace({ id, clientId, shelf, sealVersion }: Pick<Document, 'id' | 'clientId' | 'shelf' | 'sealVersion'>): Place {
  return { table: 'document', rowId: id, subjectId: clientId, compartment: shelf === 'PRIVILEGED' ? 'legal' : 'file', sealVersion };
}
