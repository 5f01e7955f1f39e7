import type { CaseDocumentView } from '@panah/contracts/documents.contract';
import { isShownRedrawn } from '@panah/domain/documents/document.rules';
import { hasWord } from '../platform/access/current-reach';
import type { Document, OpenDocument } from './document.entity';

/** @param names display names by staff id @param scanned whether there is a scanner to ask */
export function documentView({ row, secrets }: OpenDocument, names: ReadonlyMap<string, string>, scanned: boolean): CaseDocumentView {
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    type: row.type,
    title: secrets.title,
    class: row.class,
    privileged: row.shelf === 'PRIVILEGED',
    state: row.fileState,
    kind: row.kind,
    bytes: secrets.file.bytes,
    sha256: secrets.file.sha256,
    receivedOn: row.receivedOn,
    validTo: row.validTo,
    language: secrets.language,
    translationOf: row.translationOf,
    addedAt: row.addedAt.toISOString(),
    addedBy: { id: row.addedBy, name: names.get(row.addedBy) ?? '' },
    evidence: secrets.original && { bytes: secrets.original.bytes, sha256: secrets.original.sha256 },
    actions: actionsOn(row, scanned),
  };
}

function actionsOn(row: Document, scanned: boolean): string[] {
  const leaves = row.fileState === 'CLEAN' || row.fileState === 'UNSCANNED';
  const may: [string, boolean][] = [
    ['look', leaves && isShownRedrawn(row.kind)],
    ['download', leaves],
    ['original', leaves && row.originalId !== null && hasWord('document:read-original')],
    ['edit', hasWord('document:edit')],
    ['scan', scanned && (row.fileState === 'UNSCANNED' || row.fileState === 'QUARANTINED') && hasWord('document:scan')],
  ];
  return may.flatMap(([name, open]) => (open ? [name] : []));
}
