import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AllocationInput,
  CandidatesView,
  CaseFileView,
  CaseHistoryView,
  CaseInput,
  CaseListQuery,
  CaseListView,
  CaseView,
} from '@panah/contracts/cases.contract';
import { Allow } from '../platform/access/allow';
import { Id, IfMatch } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { CasesService } from './cases.service';
import { FilesService } from './files.service';

/** The caseload, and one case of it. Its steps have a controller of their own. */
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly files: FilesService,
  ) {}

  @Get()
  @Allow('case:list')
  list(@Query() query: CaseListQuery): Promise<CaseListView> {
    return this.cases.list(query);
  }

  @Get(':id')
  @Allow('case:read')
  read(@Param('id', Id) id: string): Promise<CaseView> {
    return this.cases.read(id);
  }

  @Put(':id')
  @Allow('case:edit')
  edit(@Param('id', Id) id: string, @IfMatch() version: number, @Body() input: CaseInput): Promise<CaseView> {
    return this.cases.edit(id, version, input);
  }

  @Get(':id/file')
  @Allow('case:read')
  file(@Param('id', Id) id: string): Promise<CaseFileView> {
    return this.files.read(id);
  }

  @Get(':id/history')
  @Allow('case:read')
  history(@Param('id', Id) id: string): Promise<CaseHistoryView> {
    return this.cases.history(id);
  }

  @Get(':id/candidates')
  @Allow('case:see-candidates')
  candidates(@Param('id', Id) id: string): Promise<CandidatesView> {
    return this.cases.candidates(id);
  }

  @Post(':id/allocation')
  @HttpCode(200)
  @Allow('case:allocate')
  @Idempotent('read')
  allocate(@Param('id', Id) id: string, @Body() input: AllocationInput): Promise<CaseView> {
    return this.cases.allocate(id, input);
  }
}
