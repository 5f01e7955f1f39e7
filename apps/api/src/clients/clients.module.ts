import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientPartRecords } from './client-part.records';
import { Client } from './client.entity';
import { ClientRecords } from './client.records';
import { SearchTokenRecords } from './search-token.records';

@Module({
  imports: [TypeOrmModule.forFeature([Client])],
  providers: [ClientRecords, ClientPartRecords, SearchTokenRecords],
  exports: [ClientRecords],
})
export class ClientsModule {}
