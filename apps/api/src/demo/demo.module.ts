import { Module } from '@nestjs/common';
import { BusySet } from './busy-set';
import { DemoHouse } from './demo-house';
import { LoadSet } from './load-set';

/** Fictional people, for demonstrations and for measuring. Not part of a house where real work is done. */
@Module({ providers: [DemoHouse, LoadSet, BusySet], exports: [DemoHouse, LoadSet, BusySet] })
export class DemoModule {}
