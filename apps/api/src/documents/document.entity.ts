import type { DocumentFileState } from '@panah/domain/documents/document.process';
import type { DocumentClass, Shelf } from '@panah/domain/documents/document.rules';
import type { DocumentType, FileKind } from '@panah/domain/vocabulary/documents';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document on a case. Title and language are sealed; its bytes are a stored file, cleaned of what they told about their maker. */
@Entity({ name: 'document' })
export class Document {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'added_by' })
  addedBy: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  @Column('text')
  type: DocumentType;

  @Column('text')
  class: DocumentClass;

  @Column('text')
  shelf: Shelf;

  @Column('text')
  kind: FileKind;

  @Column('text', { name: 'file_state' })
  fileState: DocumentFileState;

  @Column('date', { name: 'received_on' })
  receivedOn: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('uuid', { name: 'translation_of', nullable: true })
  translationOf: string | null;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('uuid', { name: 'original_id', nullable: true })
  originalId: string | null;

  @Column('bytea')
  sealed: Buffer;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}

interface Sum {
  bytes: number;
  sha256: string;
}

/** What is personal about a document; and what would tell one known file from another. */
export interface DocumentSecrets {
  title: string;
  language: string | null;
  file: Sum;
  original: Sum | null;
}

export interface OpenDocument {
  row: Document;
  secrets: DocumentSecrets;
}
