import { Injectable } from '@nestjs/common';
import { nameAtLeaving } from '@panah/domain/documents/document.rules';
import type { ReferralGap } from '@panah/domain/vocabulary/referrals';
import type { ReachedCase } from '../cases/case.records';
import type { OpenDocument } from '../documents/document.entity';
import { DocumentRecords } from '../documents/document.records';
import { DocumentStore } from '../documents/document-store.records';
import { currentLine } from '../platform/audit/current-line';
import type { Piece } from './referral.entity';

/** A package is read on a telephone: a document of more than this is handed over otherwise. */
const MOST_BYTES = 1024 * 1024;

/** Documents as a package may take them: the cleaned copy, never what is privileged. */
@Injectable()
export class PackageDocuments {
  constructor(
    private readonly documents: DocumentRecords,
    private readonly store: DocumentStore,
  ) {}

  /** What may be offered of a case, within the reader's own shelves; what is sealed is not among it (R-RE-04). */
  async offered({ id }: ReachedCase): Promise<OpenDocument[]> {
    return (await this.documents.list(id, { limit: 100 })).documents.filter(isOfferable);
  }

  /** Those of several that are in reach and of this case. */
  async known({ id }: ReachedCase, ids: readonly string[]): Promise<OpenDocument[]> {
    return (await this.documents.known(ids)).filter((document) => document.row.caseId === id && isOfferable(document));
  }

  /** With their bytes, in the order of their ids. */
  async pieces(file: ReachedCase, ids: readonly string[]): Promise<Piece[]> {
    const known = (await this.known(file, ids)).filter((document) => gapOf(document) === null);
    known.sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
    currentLine().opened('DOCUMENTS');
    const pieces: Piece[] = [];
    for (const [at, { row, secrets }] of known.entries()) {
      const parts: Buffer[] = [];
      for await (const part of this.store.read(row.fileId)) parts.push(part);
      const [base64, name] = [Buffer.concat(parts).toString('base64'), nameAtLeaving(String(at + 1), row.kind)];
      const { title } = secrets;
      const item = { kind: 'DOCUMENT' as const, title, type: row.type, file: name, scanned: row.fileState === 'CLEAN', base64 };
      pieces.push({ key: `DOCUMENT:${row.id}`, item });
    }
    return pieces;
  }
}

const isOfferable = ({ row }: OpenDocument): boolean => row.shelf !== 'PRIVILEGED' && row.class !== 'SEALED';

/** Why a document does not go into a package; null when it may. */
export function gapOf({ row, secrets }: OpenDocument): ReferralGap | null {
  if (row.fileState !== 'CLEAN' && row.fileState !== 'UNSCANNED') return 'WAITS_FOR_SCAN';
  return secrets.file.bytes > MOST_BYTES ? 'TOO_LARGE' : null;
}
