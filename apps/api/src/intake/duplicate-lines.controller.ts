import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DuplicateLinesView } from '@panah/contracts/duplicates.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { DuplicateLineRecords } from './duplicate-line.records';

/** Lines for the coordinator of the other case (R-ID-07). */
@Controller('duplicate-lines')
export class DuplicateLinesController {
  constructor(private readonly lines: DuplicateLineRecords) {}

  @Get()
  @Allow('duplicate:list')
  open(): Promise<DuplicateLinesView> {
    return this.lines.open();
  }

  @Post(':id/settlement')
  @HttpCode(204)
  @Allow('duplicate:settle')
  settle(@Param('id', Id) id: string): Promise<void> {
    return this.lines.settle(id);
  }
}
