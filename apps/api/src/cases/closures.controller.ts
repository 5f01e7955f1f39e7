import { Controller, Get, Param } from '@nestjs/common';
import { CaseClosureView } from '@panah/contracts/closures.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { ClosuresService } from './closures.service';

/** What a case leaves when it ends; it is asked for and decided as steps of the case. */
@Controller('cases/:id/closure')
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  @Get()
  @Allow('closure:read')
  read(@Param('id', Id) id: string): Promise<CaseClosureView> {
    return this.closures.read(id);
  }
}
