import { Module } from '@nestjs/common';
import { Arrivals } from './arrivals.records';
import { DocumentStore } from './document-store.records';
import { PictureArrivals } from './picture-arrivals.records';
import { Scanner } from './scanner';
import { Spools } from './sealed-spool';

/** Where files come in and are kept: for whoever hangs one on a record of their own. */
@Module({ providers: [DocumentStore, Arrivals, PictureArrivals, Scanner, Spools], exports: [DocumentStore, Arrivals, PictureArrivals] })
export class DocumentStoreModule {}
