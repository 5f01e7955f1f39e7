import { Module } from '@nestjs/common';
import { DemoHouse } from './demo-house';

@Module({ providers: [DemoHouse], exports: [DemoHouse] })
export class DemoModule {}
