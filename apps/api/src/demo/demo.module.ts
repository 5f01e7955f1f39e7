import { Module } from '@nestjs/common';
import { BusySet } from './busy-set';
import { DemoHouse } from './demo-house';
import { LoadSet } from './load-set';
import { PartnerSet } from './partner-set';

/** Fictional people, for demonstrations and for measuring. Not part of a house where real work is done. */
@Module({ providers: [DemoHouse, LoadSet, BusySet, PartnerSet], exports: [DemoHouse, LoadSet, BusySet, PartnerSet] })
export class DemoModule {}
