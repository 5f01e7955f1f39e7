import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ClientAnswerInput, TeamCandidatesView, TeamProposalInput, TeamView } from '@panah/contracts/case-team.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { TeamService } from './team.service';

/** The team of a case: asked, answered, there, gone. */
@Controller('cases/:id/team')
export class TeamController {
  constructor(private readonly team: TeamService) {}

  @Get()
  @Allow('team:read')
  read(@Param('id', Id) id: string): Promise<TeamView> {
    return this.team.read(id);
  }

  @Get('candidates')
  @Allow('team:see-candidates')
  candidates(@Param('id', Id) id: string): Promise<TeamCandidatesView> {
    return this.team.candidates(id);
  }

  @Post()
  @Allow('team:propose')
  @Idempotent('read')
  propose(@Param('id', Id) id: string, @Body() input: TeamProposalInput): Promise<TeamView> {
    return this.team.propose(id, input);
  }

  @Post(':member/client-answer')
  @HttpCode(200)
  @Allow('team:record-client-answer')
  @Idempotent('read')
  recordClientAnswer(
    @Param('id', Id) id: string,
    @Param('member', Id) member: string,
    @Body() input: ClientAnswerInput,
  ): Promise<TeamView> {
    return this.team.recordClientAnswer(id, member, input);
  }

  @Post(':member/renewal')
  @HttpCode(200)
  @Allow('team:propose')
  @Idempotent('read')
  renew(@Param('id', Id) id: string, @Param('member', Id) member: string): Promise<TeamView> {
    return this.team.renew(id, member);
  }

  @Post(':member/end')
  @HttpCode(200)
  @Allow('team:end')
  @Idempotent('read')
  end(@Param('id', Id) id: string, @Param('member', Id) member: string): Promise<TeamView> {
    return this.team.end(id, member);
  }

  @Post(':member/departure')
  @HttpCode(204)
  @Allow('team:leave')
  async leave(@Param('id', Id) id: string, @Param('member', Id) member: string): Promise<void> {
    await this.team.leave(id, member);
  }
}
