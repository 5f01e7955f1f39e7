import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { BlockInput, BlocksView, TeamCandidatesView } from '@panah/contracts/case-team.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { BlocksService } from './blocks.service';

/** Who is closed off from a client. Whoever sets one need not be able to read them. */
@Controller('cases/:id/blocks')
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Get()
  @Allow('block:read')
  read(@Param('id', Id) id: string): Promise<BlocksView> {
    return this.blocks.read(id);
  }

  @Get('candidates')
  @Allow('block:set')
  candidates(@Param('id', Id) id: string): Promise<TeamCandidatesView> {
    return this.blocks.candidates(id);
  }

  @Post()
  @HttpCode(204)
  @Allow('block:set')
  @Idempotent('done')
  async set(@Param('id', Id) id: string, @Body() input: BlockInput): Promise<void> {
    await this.blocks.set(id, input);
  }

  @Post(':block/lift')
  @HttpCode(200)
  @Allow('block:lift')
  @Idempotent('read')
  lift(@Param('id', Id) id: string, @Param('block', Id) block: string): Promise<BlocksView> {
    return this.blocks.lift(id, block);
  }
}
