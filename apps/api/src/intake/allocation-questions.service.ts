import { Injectable } from '@nestjs/common';
import type { AllocationQuestionsView, AllocationQuestionView, TieAnswerInput } from '@panah/contracts/intake-allocation.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { EnquiryRecords } from './enquiry.records';
import { type OpenQuestion, AllocationQuestionRecords } from './allocation-question.records';

/** R-AC-13, as the worker meets it: a pseudonym and neutral facts, and whether they have a tie. */
@Injectable()
export class AllocationQuestionsService {
  constructor(
    private readonly questions: AllocationQuestionRecords,
    private readonly enquiries: EnquiryRecords,
    private readonly staff: StaffRecords,
  ) {}

  async mine(): Promise<AllocationQuestionsView> {
    const open = await this.questions.mine();
    const names = await this.staff.names(open.map(({ row }) => row.askedBy));
    return { items: open.map((question) => viewOf(question, names)) };
  }

  async read(id: string): Promise<AllocationQuestionView> {
    const question = await this.questions.myOne(id);
    return viewOf(question, await this.staff.names([question.row.askedBy]));
  }

  /** A tie closes the enquiry to whoever declares it, from the next request on (R-AC-01). An answer is given once. */
  async answer(id: string, { answer, kind }: TieAnswerInput): Promise<AllocationQuestionView> {
    const { row } = await this.questions.myOne(id);
    if (row.answer) throw new RuleBroken('not-open', { state: row.answer, action: 'answer', open: [] });
    await this.questions.answer(row, answer);
    const view = await this.read(id);
    if (answer === 'TIE') await this.enquiries.closeTo(currentActor().staffId, row.enquiryId, row.officeId, kind ?? 'OTHER');
    return view;
  }
}

function viewOf({ row, facts }: OpenQuestion, names: ReadonlyMap<string, string>): AllocationQuestionView {
  const { pseudonym, language, country, streams } = facts;
  return {
    id: row.id,
    askedAt: row.askedAt.toISOString(),
    askedBy: names.get(row.askedBy) ?? null,
    pseudonym,
    language,
    country,
    streams,
    answer: row.answer,
  };
}
