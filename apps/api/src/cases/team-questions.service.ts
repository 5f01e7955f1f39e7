import { Injectable } from '@nestjs/common';
import type { MemberAnswerInput, TeamQuestionsView, TeamQuestionView } from '@panah/contracts/case-team.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { StaffRecords } from '../staff/staff.records';
import { consequence } from './team.service';
import { TeamQuestionRecords } from './team-question.records';
import { teamQuestionView } from './team.view';

/** The question before one joins a team: have you a tie with this person? (R-AC-13) */
@Injectable()
export class TeamQuestionsService {
  constructor(
    private readonly questions: TeamQuestionRecords,
    private readonly staff: StaffRecords,
  ) {}

  async open(): Promise<TeamQuestionsView> {
    const questions = await this.questions.open();
    const names = await this.staff.names(questions.map(({ row }) => row.proposedBy));
    return { items: questions.map((question) => teamQuestionView(question, names)) };
  }

  async read(id: string): Promise<TeamQuestionView> {
    const question = await this.questions.get(id);
    return teamQuestionView(question, await this.staff.names([question.row.proposedBy]));
  }

  async answer(id: string, { answer, kind }: MemberAnswerInput): Promise<TeamQuestionView> {
    const question = await this.questions.hold(id);
    if (question.row.memberAnswer !== null) throw new RuleBroken('already-answered');
    if (answer === 'TIE' && !kind) throw new RuleBroken('kind-missing', {}, { kind: ['missing'] });
    const now = new Date();
    const answers = { memberAnswer: answer, clientAnswer: question.row.clientAnswer };
    await this.questions.answer(question, { memberAnswer: answer, memberAnsweredAt: now, ...consequence(answers, now) });
    if (answer === 'TIE' && kind) await this.questions.closeOff(question, kind);
    return this.read(id);
  }
}
