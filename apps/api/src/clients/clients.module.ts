import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientPartRecords } from './client-part.records';
import { ClientSearchRecords } from './client-search.records';
import { Client } from './client.entity';
import { ClientRecords } from './client.records';
import { NameTokenRecords } from './name-token.records';

@Module({
  imports: [TypeOrmModule.forFeature([Client])],
  providers: [ClientRecords, ClientPartRecords, ClientSearchRecords, NameTokenRecords],
  exports: [ClientRecords, NameTokenRecords],
})
export class ClientsModule {}
