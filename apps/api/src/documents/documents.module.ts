import { Module } from '@nestjs/common';
import { DocumentStoreModule } from './document-store.module';

@Module({ imports: [DocumentStoreModule] })
export class DocumentsModule {}
