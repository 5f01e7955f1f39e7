import { Injectable } from '@nestjs/common';
import type { AdmissionInput, EnquiryCandidatesView, EnquiryClientAnswerInput, EnquiryView, TeamAnswersView } from '@panah/contracts/intake.contract';
import { assertMayAllocate, loadLevel, weightOf } from '@panah/domain/cases/caseload.rules';
import { assertMayJoin } from '@panah/domain/cases/team.rules';
import { assertMayAdmit } from '@panah/domain/intake/intake.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { CaseloadRecords } from '../cases/caseload.records';
import { ClientRecords } from '../clients/client.records';
import { currentActor } from '../platform/access/current-reach';
import { invalid, notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { StaffRecords } from '../staff/staff.records';
import { AdmissionRecords } from './admission.records';
import { assertOpen, EnquiriesService, stateAfter } from './enquiries.service';
import type { Enquiry } from './enquiry.entity';
import { EnquiryRecords, type OpenEnquiry } from './enquiry.records';
import { wholeContent } from './intake-facts';
import { admittedFrom } from './intake-person';
import type { StepContent } from './intake-step.entity';
import { IntakeStepRecords } from './intake-step.records';
import type { AllocationQuestion } from './allocation-question.entity';
import { AllocationQuestionRecords } from './allocation-question.records';

/** The coordinator's act: both questions, then client, case and worker at once. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly enquiries: EnquiryRecords,
    private readonly steps: IntakeStepRecords,
    private readonly questions: AllocationQuestionRecords,
    private readonly admissions: AdmissionRecords,
    private readonly clients: ClientRecords,
    private readonly cases: CaseRecords,
    private readonly caseload: CaseloadRecords,
    private readonly staff: StaffRecords,
    private readonly service: EnquiriesService,
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
    const content = await this.contentOf(enquiry);
    await this.questions.ask(enquiry.row, staffId, {
      pseudonym: enquiry.secrets?.pseudonym ?? '', language: content.IDENTITY.languages?.[0] ?? '', country: content.IDENTITY.country ?? null, streams: content.SITUATION.streams ?? [],
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

  /** One act, one transaction: the client's own keys, the case, the worker's place on its team; the enquiry sealed anew under the client. */
  async admit(id: string, input: AdmissionInput): Promise<EnquiryView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:admit');
    const state = stateAfter(enquiry, 'admit');
    assertMayAdmit({ proposedBy: enquiry.row.proposedBy, by: currentActor().staffId, primaryWorker: input.primaryWorkerId });
    const question = await this.answeredFor(enquiry.row, input.primaryWorkerId);
    await this.checkLoad(enquiry.row, input);
    const content = await this.contentOf(enquiry);
    const clientId = newId();
    await this.clients.admit(admittedFrom(clientId, enquiry, content));
    await this.openCase(enquiry.row, clientId, { input, content, question });
    await this.handOver(enquiry, clientId, state);
    return this.service.read(id);
  }

  private async answeredFor(row: Enquiry, staffId: string): Promise<AnsweredQuestion> {
    const workers = await this.workersFor(row);
    const question = (await this.questions.of(row.id)).find((each) => each.staffId === staffId);
    assertMayJoin({ memberHasNoTie: said(question?.answer, 'NO_TIE'), clientHasNoObjection: said(question?.clientAnswer, 'NO_OBJECTION') });
    if (!question || !isAnswered(question) || !workers.some(({ id }) => id === staffId)) throw new RuleBroken('team-declined');
    return question;
  }

  private async checkLoad({ officeId }: Enquiry, { primaryWorkerId, loadReason }: AdmissionInput): Promise<void> {
    const points = (await this.caseload.loadsIn(officeId)).get(primaryWorkerId)?.points ?? 0;
    assertMayAllocate(withOneMore(points), loadReason ?? null);
  }

  private async openCase(row: Enquiry, clientId: string, { input, content, question }: { input: AdmissionInput; content: StepContent; question: AnsweredQuestion }): Promise<void> {
    await this.cases.open({
      clientId, officeId: row.officeId, enquiryId: row.id, caseRef: row.caseRef ?? this.enquiries.newReference(),
      country: content.IDENTITY.country ?? row.country ?? '', streams: input.streams ?? content.SITUATION.streams ?? [],
      priority: input.priority ?? content.PROPOSAL.priority ?? 'P3', primaryWorkerId: input.primaryWorkerId,
      memberAnsweredAt: question.answeredAt, clientAnsweredAt: question.clientAnsweredAt, clientAnswerBy: question.clientAnswerBy,
    });
  }

  private async handOver(enquiry: OpenEnquiry, clientId: string, state: string): Promise<void> {
    const { row } = enquiry;
    await this.steps.handOver(row, clientId);
    await this.questions.handOver(row.id, clientId);
    await this.admissions.handOver(row, clientId);
    await this.enquiries.move(enquiry, 'admit', { state, clientId, admittedAt: new Date() });
  }

  private async workersFor({ id, officeId }: Enquiry) {
    const [workers, closed] = [await this.staff.colleaguesIn(officeId, 'CASEWORKER'), await this.admissions.closedTo(id)];
    return workers.filter((worker) => !closed.has(worker.id));
  }

  private async contentOf({ row, secrets }: OpenEnquiry): Promise<StepContent> {
    return wholeContent(row, secrets, (await this.steps.of(row.id)).content);
  }
}

type AnsweredQuestion = AllocationQuestion & { answeredAt: Date; clientAnsweredAt: Date; clientAnswerBy: string };

const isAnswered = (row: AllocationQuestion): row is AnsweredQuestion => row.answeredAt !== null && row.clientAnsweredAt !== null && row.clientAnswerBy !== null;
const said = (answer: string | null | undefined, yes: string): boolean | null => (answer ? answer === yes : null);
const withOneMore = (points: number): number => Math.round((points + weightOf({ state: 'ASSESSMENT', riskLevel: null })) * 10) / 10;

function answerView(row: AllocationQuestion, names: ReadonlyMap<string, string>) {
  const { staffId, answer, clientAnswer } = row;
  return {
    staffId, answer, clientAnswer, name: names.get(staffId) ?? null, askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null, clientAnsweredAt: row.clientAnsweredAt?.toISOString() ?? null,
  };
}
