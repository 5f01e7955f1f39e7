import { Injectable } from '@nestjs/common';
import type { IntakeView } from '@panah/contracts/intake-steps.contract';
import type { EnquiryMatchesView } from '@panah/contracts/duplicates.contract';
import type { EnquiryView } from '@panah/contracts/intake.contract';
import { assertMayPropose } from '@panah/domain/intake/intake.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { IntakeStep } from '@panah/domain/vocabulary/intake';
import { ClientRecords } from '../clients/client.records';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { EnquiriesService, stateAfter } from './enquiries.service';
import { EnquiryTokenRecords } from './enquiry-token.records';
import { EnquiryRecords, type OpenEnquiry } from './enquiry.records';
import { saidDate } from './intake-person';
import { factsOf, isComplete, wholeContent } from './intake-facts';
import type { StepContent } from './intake-step.entity';
import { IntakeStepRecords } from './intake-step.records';
import { intakeView } from './intake.view';
import { matchesView } from './match.view';

/** What a step was before and what is written now. */
export interface StepWritten<S extends IntakeStep> {
  version: number;
  content: StepContent[S];
}

@Injectable()
export class IntakeService {
  constructor(
    private readonly enquiries: EnquiryRecords,
    private readonly steps: IntakeStepRecords,
    private readonly tokens: EnquiryTokenRecords,
    private readonly clients: ClientRecords,
    private readonly staff: StaffRecords,
    private readonly service: EnquiriesService,
  ) {}

  async read(id: string): Promise<IntakeView> {
    return this.view(await this.enquiries.get(id, 'enquiry:read'));
  }

  /** Saved as it is, complete or not: an intake may be left and taken up again at any step. */
  async keep<S extends IntakeStep>(id: string, step: S, { version, content }: StepWritten<S>): Promise<IntakeView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:edit');
    assertUnderWay(enquiry);
    const { content: written } = await this.steps.of(id);
    const whole = wholeContent(enquiry.row, enquiry.secrets, { ...written, [step]: content });
    if (step === 'IDENTITY') await this.know(enquiry, whole);
    await this.steps.keep(enquiry.row, step, { version, content, complete: isComplete(step, whole) });
    return this.view(await this.enquiries.get(id, 'enquiry:read'));
  }

  async propose(id: string): Promise<EnquiryView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:propose_admission');
    const state = stateAfter(enquiry, 'propose_admission');
    const { content } = await this.steps.of(id);
    assertMayPropose(factsOf(wholeContent(enquiry.row, enquiry.secrets, content)));
    await this.enquiries.move(enquiry, 'propose_admission', { state, proposedAt: new Date(), proposedBy: currentActor().staffId });
    return this.service.read(id);
  }

  /** Duplicate hints within the reader's reach: it proposes, people decide (R-ID-06); out of reach nothing is said (R-ID-07). */
  async matches(id: string): Promise<EnquiryMatchesView> {
    const { row, secrets } = await this.enquiries.get(id, 'enquiry:read');
    const { IDENTITY } = wholeContent(row, secrets, (await this.steps.of(id)).content);
    const names = [IDENTITY.name, IDENTITY.nameLatin].filter((name): name is string => Boolean(name));
    const found = await this.clients.possibleMatches({
      names,
      birth: saidDate('birth', IDENTITY.birth),
      sexRecorded: IDENTITY.sexRecorded,
    });
    return matchesView(found.filter((match) => match.row.id !== row.clientId));
  }

  /** By the name given now the enquiry is found, and compared with who is known already. Refuses a date that never was. */
  private async know(enquiry: OpenEnquiry, { IDENTITY }: StepContent): Promise<void> {
    saidDate('birth', IDENTITY.birth);
    saidDate('arrived', IDENTITY.arrived);
    await this.tokens.keep(enquiry.row.id, enquiry.row, [IDENTITY.name, IDENTITY.nameLatin]);
    await this.enquiries.compareAnew(enquiry.row.id);
  }

  private async view(enquiry: OpenEnquiry): Promise<IntakeView> {
    const intake = await this.steps.of(enquiry.row.id);
    const content = wholeContent(enquiry.row, enquiry.secrets, intake.content);
    const names = await this.staff.names(Object.values(intake.rows).map(({ savedBy }) => savedBy));
    return intakeView(enquiry, intake, content, names);
  }
}

function assertUnderWay({ row }: OpenEnquiry): void {
  if (row.state !== 'INTAKE') throw new RuleBroken('not-open', { state: row.state, action: 'edit', open: [] });
}
