import { Injectable } from '@nestjs/common';
import type { AdmissionInput } from '@panah/contracts/intake-allocation.contract';
import { assertMayAllocate } from '@panah/domain/cases/caseload.rules';
import { assertMayJoin } from '@panah/domain/cases/team.rules';
import { assertMayAdmit } from '@panah/domain/intake/intake.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { ClientRecords } from '../clients/client.records';
import { currentActor } from '../platform/access/current-reach';
import { newId } from '../platform/new-id';
import { AdmissionRecords } from './admission.records';
import { AllocationService } from './allocation.service';
import { stateAfter } from './enquiries.service';
import type { Enquiry } from './enquiry.entity';
import { EnquiryRecords, type OpenEnquiry } from './enquiry.records';
import { wholeContent } from './intake-facts';
import { admittedFrom } from './intake-person';
import type { StepContent } from './intake-step.entity';
import { IntakeStepRecords } from './intake-step.records';
import type { AllocationQuestion } from './allocation-question.entity';
import { AllocationQuestionRecords } from './allocation-question.records';

/** The coordinator's act: client, case and worker at once. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly enquiries: EnquiryRecords,
    private readonly steps: IntakeStepRecords,
    private readonly questions: AllocationQuestionRecords,
    private readonly admissions: AdmissionRecords,
    private readonly clients: ClientRecords,
    private readonly cases: CaseRecords,
    private readonly allocation: AllocationService,
  ) {}

  /** One act, one transaction: the client's own keys, the case, the worker's place on its team; the enquiry sealed anew under the client. */
  async admit(id: string, input: AdmissionInput): Promise<string> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:admit');
    const state = stateAfter(enquiry, 'admit');
    assertMayAdmit({ proposedBy: enquiry.row.proposedBy, by: currentActor().staffId, primaryWorker: input.primaryWorkerId });
    const question = await this.answeredFor(enquiry.row, input.primaryWorkerId);
    assertMayAllocate(await this.allocation.loadOf(enquiry.row, input.primaryWorkerId), input.loadReason ?? null);
    const content = await this.contentOf(enquiry);
    const clientId = newId();
    await this.clients.admit(admittedFrom(clientId, enquiry, content));
    await this.openCase(enquiry.row, clientId, { input, content, question });
    await this.handOver(enquiry, clientId, state, content);
    return id;
  }

  private async answeredFor(row: Enquiry, staffId: string): Promise<AnsweredQuestion> {
    const workers = await this.allocation.workersFor(row);
    const question = (await this.questions.of(row.id)).find((each) => each.staffId === staffId);
    assertMayJoin({ memberHasNoTie: said(question?.answer, 'NO_TIE'), clientHasNoObjection: said(question?.clientAnswer, 'NO_OBJECTION') });
    if (!question || !isAnswered(question) || !workers.some(({ id }) => id === staffId)) throw new RuleBroken('team-declined');
    return question;
  }

  private async openCase(
    row: Enquiry,
    clientId: string,
    { input, content, question }: { input: AdmissionInput; content: StepContent; question: AnsweredQuestion },
  ): Promise<void> {
    await this.cases.open({
      clientId,
      officeId: row.officeId,
      enquiryId: row.id,
      caseRef: row.caseRef ?? (await this.enquiries.newReference()),
      country: content.IDENTITY.country ?? row.country ?? '',
      streams: input.streams ?? content.SITUATION.streams ?? [],
      priority: input.priority ?? content.PROPOSAL.priority ?? 'P3',
      primaryWorkerId: input.primaryWorkerId,
      memberAnsweredAt: question.answeredAt,
      clientAnsweredAt: question.clientAnsweredAt,
      clientAnswerBy: question.clientAnswerBy,
    });
  }

  private async handOver(enquiry: OpenEnquiry, clientId: string, state: string, content: StepContent): Promise<void> {
    const { row } = enquiry;
    await this.steps.handOver(row, clientId);
    await this.questions.handOver(row.id, clientId);
    await this.admissions.handOver(row, clientId);
    await this.admissions.keepConsent(row, clientId, content);
    await this.enquiries.move(enquiry, 'admit', { state, clientId, admittedAt: new Date() });
  }

  private async contentOf({ row, secrets }: OpenEnquiry): Promise<StepContent> {
    return wholeContent(row, secrets, (await this.steps.of(row.id)).content);
  }
}

type AnsweredQuestion = AllocationQuestion & { answeredAt: Date; clientAnsweredAt: Date; clientAnswerBy: string };

const isAnswered = (row: AllocationQuestion): row is AnsweredQuestion =>
  row.answeredAt !== null && row.clientAnsweredAt !== null && row.clientAnswerBy !== null;
const said = (answer: string | null | undefined, yes: string): boolean | null => (answer ? answer === yes : null);
