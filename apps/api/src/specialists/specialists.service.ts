import { Injectable } from '@nestjs/common';
import type { SpecialistRequestInput, SpecialistRequestsView } from '@panah/contracts/specialists.contract';
import { move, RuleBroken } from '@panah/domain/process/process';
import { specialistRequestProcess } from '@panah/domain/specialists/specialist-request.process';
import type { Specialty, SpecialistUrgency } from '@panah/domain/vocabulary/specialists';
import { CaseRecords } from '../cases/case.records';
import { TeamQuestionRecords } from '../cases/team-question.records';
import { StaffRecords } from '../staff/staff.records';
import { NeutralTitle } from '../tasks/neutral-title.records';
import { specialistRequestsView } from './specialist.view';
import { SpecialistRequestRecords } from './specialist-request.records';

/** What a case team asks of the specialties of its office. */
@Injectable()
export class SpecialistsService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly requests: SpecialistRequestRecords,
    private readonly questions: TeamQuestionRecords,
    private readonly titles: NeutralTitle,
    private readonly staff: StaffRecords,
  ) {}

  async read(caseId: string): Promise<SpecialistRequestsView> {
    const file = await this.cases.reachable(caseId, 'specialist:read');
    const requests = await this.requests.of(caseId);
    const people = requests.flatMap(({ row }) => [row.askedBy, row.answeredBy, ...row.clientAgreesTo]);
    return specialistRequestsView(file, requests, await this.staff.names(people));
  }

  async ask(caseId: string, { specialty, urgency, language, question, clientAgreesTo = [] }: SpecialistRequestInput) {
    const file = await this.cases.hold(caseId, 'specialist:request');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { action: 'request', open: [] });
    await this.titles.assert(question, file.clientId, 'question');
    const facts = await this.questions.factsOf(caseId);
    await this.requests.ask(file, {
      specialty: specialty as Specialty,
      urgency: urgency as SpecialistUrgency,
      language: language ?? facts.languages[0] ?? 'fa',
      clientAgreesTo,
      secrets: { question, facts },
    });
    return this.read(caseId);
  }

  async withdraw(caseId: string, id: string): Promise<SpecialistRequestsView> {
    await this.cases.reachable(caseId, 'specialist:withdraw');
    const held = await this.requests.hold(caseId, id);
    move(specialistRequestProcess, held.state, 'withdraw');
    await this.requests.withdraw(held);
    return this.read(caseId);
  }

  async noteRefusal(caseId: string, id: string): Promise<SpecialistRequestsView> {
    await this.cases.reachable(caseId, 'specialist:withdraw');
    const held = await this.requests.hold(caseId, id);
    if (held.state !== 'DECLINED') throw new RuleBroken('not-open', { state: held.state, action: 'note_refusal', open: [] });
    await this.requests.noteRefusal(held);
    return this.read(caseId);
  }
}
