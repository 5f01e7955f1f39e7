import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { MemberAnswerInput, TeamQuestionsView, TeamQuestionView } from '@panah/contracts/case-team.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { TeamQuestionsService } from './team-questions.service';

/** What I am asked before I join a team: a pseudonym and neutral facts, no name (R-AC-13). */
@Controller('team-questions')
export class TeamQuestionsController {
  constructor(private readonly questions: TeamQuestionsService) {}

  @Get()
  @Allow('team:answer')
  open(): Promise<TeamQuestionsView> {
    return this.questions.open();
  }

  @Get(':id')
  @Allow('team:answer')
  read(@Param('id', Id) id: string): Promise<TeamQuestionView> {
    return this.questions.read(id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('team:answer')
  @Idempotent('read')
  answer(@Param('id', Id) id: string, @Body() input: MemberAnswerInput): Promise<TeamQuestionView> {
    return this.questions.answer(id, input);
  }
}
