import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AbsenceInput, AbsenceListView, AbsenceView, DeputyInput } from '@panah/contracts/absences.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { AbsencesService } from './absences.service';

/** Who is away, and who stands in for them. */
@Controller('absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @Allow('absence:read')
  list(): Promise<AbsenceListView> {
    return this.absences.list();
  }

  @Post()
  @Allow('absence:record')
  @Idempotent('read')
  record(@Body() input: AbsenceInput): Promise<AbsenceView> {
    return this.absences.record(input);
  }

  @Get(':id')
  @Allow('absence:read')
  read(@Param('id', Id) id: string): Promise<AbsenceView> {
    return this.absences.read(id);
  }

  @Post(':id/deputy')
  @HttpCode(200)
  @Allow('absence:name-deputy')
  @Idempotent('read')
  nameDeputy(@Param('id', Id) id: string, @Body() input: DeputyInput): Promise<AbsenceView> {
    return this.absences.nameDeputy(id, input);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('absence:end')
  @Idempotent('read')
  end(@Param('id', Id) id: string): Promise<AbsenceView> {
    return this.absences.end(id);
  }
}
