import { Module } from '@nestjs/common';
import { DocumentStore } from './document-store.records';

/** Where files are kept: for whoever hangs one on a record of their own. */
@Module({ providers: [DocumentStore], exports: [DocumentStore] })
export class DocumentStoreModule {}
