import { Injectable } from '@nestjs/common';
import type { EnquiryCandidatesView, EnquiryClientAnswerInput, TeamAnswersView } from '@panah/contracts/intake-allocation.contract';
import { cell, type Role } from '@panah/domain/access/access-table';
import { loadLevel, weightOf } from '@panah/domain/cases/caseload.rules';
import { CaseloadRecords } from '../cases/caseload.records';
import { invalid, notFound } from '../platform/errors/problem';
import type { Colleague } from '../staff/staff.entity';
import { StaffRecords } from '../staff/staff.records';
import { AdmissionRecords } from './admission.records';
import type { AllocationQuestion } from './allocation-question.entity';
import { AllocationQuestionRecords } from './allocation-question.records';
import { assertOpen } from './enquiries.service';
import type { Enquiry } from './enquiry.entity';
import { EnquiryRecords } from './enquiry.records';
import { wholeContent } from './intake-facts';
import { IntakeStepRecords } from './intake-step.records';

/** Who may work with a person, and both questions about them (R-AC-13, R-CA-05). */
@Injectable()
export class AllocationService {
  constructor(
    private readonly enquiries: EnquiryRecords,
    private readonly steps: IntakeStepRecords,
    private readonly questions: AllocationQuestionRecords,
    private readonly admissions: AdmissionRecords,
    private readonly caseload: CaseloadRecords,
    private readonly staff: StaffRecords,
  ) {}

  /** Who may take the case, the least laden first (R-CA-05). Whoever has a tie is not among them. */
  async candidates(id: string): Promise<EnquiryCandidatesView> {
    const { row } = await this.enquiries.get(id, 'enquiry:admit');
    const [workers, loads] = [await this.workersFor(row), await this.caseload.loadsIn(row.officeId)];
    const items = workers.map(({ id: staffId, displayName: name }) => {
      const { points, openCases } = loads.get(staffId) ?? { points: 0, openCases: 0 };
      return { staffId, name, openCases, points: withOneMore(points), level: loadLevel(withOneMore(points)) };
    });
    return { items: items.sort((a, b) => a.points - b.points) };
  }

  async answers(id: string): Promise<TeamAnswersView> {
    await this.enquiries.get(id, 'enquiry:read');
    const rows = await this.questions.of(id);
    const names = await this.staff.names(rows.map(({ staffId }) => staffId));
    return { id, items: rows.map((row) => answerView(row, names)) };
  }

  async ask(id: string, staffId: string): Promise<TeamAnswersView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:admit');
    assertOpen(enquiry);
    if (!(await this.workersFor(enquiry.row)).some((worker) => worker.id === staffId)) throw invalid({ staffId: ['isIn'] });
    const { content: written } = await this.steps.of(id);
    const content = wholeContent(enquiry.row, enquiry.secrets, written);
    await this.questions.ask(enquiry.row, staffId, {
      pseudonym: enquiry.secrets?.pseudonym ?? '',
      language: content.IDENTITY.languages?.[0] ?? '',
      country: content.IDENTITY.country ?? null,
      streams: content.SITUATION.streams ?? [],
    });
    return this.answers(id);
  }

  /** The client was told who, and answered. */
  async clientAnswer(id: string, staffId: string, { answer }: EnquiryClientAnswerInput): Promise<TeamAnswersView> {
    assertOpen(await this.enquiries.hold(id, 'enquiry:edit'));
    const question = (await this.questions.of(id)).find((row) => row.staffId === staffId);
    if (!question) throw notFound();
    await this.questions.answerOfClient(question, answer);
    return this.answers(id);
  }

  /** The points a worker would carry with one case more. */
  async loadOf({ officeId }: Enquiry, staffId: string): Promise<number> {
    return withOneMore((await this.caseload.loadsIn(officeId)).get(staffId)?.points ?? 0);
  }

  /** Those of the office who may keep a case and to whom the enquiry is not closed (R-AC-01). */
  async workersFor({ id, officeId }: Enquiry): Promise<Colleague[]> {
    const [colleagues, closed] = [await this.staff.colleaguesIn(officeId), await this.admissions.closedTo(id)];
    return colleagues.filter((colleague) => colleague.roles.some(mayKeepACase) && !closed.has(colleague.id));
  }
}

/** A primary worker is who completes an assessment. */
const mayKeepACase = (role: Role): boolean => cell('case:complete_assessment', role) === 'caseload';

const withOneMore = (points: number): number => Math.round((points + weightOf({ state: 'ASSESSMENT', riskLevel: null })) * 10) / 10;

function answerView(row: AllocationQuestion, names: ReadonlyMap<string, string>) {
  const { staffId, answer, clientAnswer } = row;
  return {
    staffId,
    answer,
    clientAnswer,
    name: names.get(staffId) ?? null,
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    clientAnsweredAt: row.clientAnsweredAt?.toISOString() ?? null,
  };
}
