import { Injectable } from '@nestjs/common';
import type {
  OutcomeInput,
  OutcomeReviewInput,
  OutcomeReviewsView,
  OutcomeReviewView,
  WellbeingInput,
} from '@panah/contracts/reintegration.contract';
import { assertReview } from '@panah/domain/reintegration/outcome.rules';
import type { OutcomeDomain } from '@panah/domain/vocabulary/plans';
import type { OutcomeAnswer, ReviewPoint } from '@panah/domain/vocabulary/reintegration';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { TaskRecords } from '../tasks/task.records';
import { domainsFor, factsOf, outcomeReviewsView, reviewView } from './outcome.view';
import type { AllLevels, OpenReview, ReviewGiven } from './outcome-review.entity';
import { OutcomeReviewRecords } from './outcome-review.records';
import { OutcomeTallyRecords } from './outcome-tally.records';

/** How a life goes, looked at with the person at set points. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly reviews: OutcomeReviewRecords,
    private readonly tally: OutcomeTallyRecords,
    private readonly tasks: TaskRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(caseId: string): Promise<OutcomeReviewsView> {
    const file = await this.cases.reachable(caseId, 'outcome:read');
    const reviews = await this.reviews.ofCase(caseId);
    const names = await this.staff.names(reviews.map(({ row }) => row.reviewerId));
    return outcomeReviewsView(file, await this.cases.todayOn(caseId), reviews, names);
  }

  async read(id: string): Promise<OutcomeReviewView> {
    const file = await this.cases.reachable(await this.reviews.caseOf(id), 'outcome:read');
    const { review, reviews, today } = await this.found(file, id);
    return reviewView(review, file, factsOf(file, today, reviews), domainsFor(file), await this.staff.names([review.row.reviewerId]));
  }

  async review(caseId: string, input: OutcomeReviewInput): Promise<OutcomeReviewView> {
    const file = await this.cases.hold(caseId, 'outcome:record');
    if (file.hasLaterPeriod) throw new RuleBroken('not-latest-period');
    const before = await this.reviews.ofCase(caseId);
    const given = givenBy(input);
    assertReview({ ...given, on: given.reviewedOn }, factsOf(file, await this.cases.todayOn(caseId), before));
    const id = await this.reviews.add(file, given);
    await this.tally.recount(file.officeId, file.clientId, before, await this.reviews.ofCase(caseId));
    if (given.point !== 'AD_HOC') await this.tasks.settle('OUTCOME_REVIEW', caseId);
    if (given.point === 'POST6') await this.tasks.settle('FOLLOW_UP_AFTER', caseId);
    return this.read(id);
  }

  /** The point of a review stays; what was seen is corrected. */
  async correct(id: string, version: number, input: OutcomeReviewInput): Promise<OutcomeReviewView> {
    const file = await this.cases.hold(await this.reviews.caseOf(id), 'outcome:record');
    const { review } = await this.found(file, id);
    if (input.point !== review.row.point) throw new RuleBroken('review-incomplete', {}, { point: ['stays'] });
    return this.keep(file, review, version, givenBy(input));
  }

  /** Model 5.1, row 21: a counsellor's part is wellbeing. */
  async correctWellbeing(id: string, version: number, { level, clientLevel, note = '' }: WellbeingInput): Promise<OutcomeReviewView> {
    const file = await this.cases.hold(await this.reviews.caseOf(id), 'outcome:record-wellbeing');
    const { review } = await this.found(file, id);
    const { row, secrets, levels } = review;
    return this.keep(file, review, version, {
      point: row.point,
      reviewedOn: row.reviewedOn,
      doneWithClient: row.doneWithClient,
      levels: { ...levels, D09: level as OutcomeAnswer },
      clientLevels: withOne(secrets.clientLevels, 'D09', (clientLevel ?? null) as OutcomeAnswer | null),
      notes: withOne(secrets.notes, 'D09', note.trim() || null),
    });
  }

  private async keep(file: ReachedCase, review: OpenReview, version: number, given: ReviewGiven): Promise<OutcomeReviewView> {
    const { id, point } = review.row;
    if (file.state === 'CLOSED' && point !== 'POST6') throw new RuleBroken('not-open', { state: file.state, action: 'correct', open: [] });
    const before = await this.reviews.ofCase(file.id);
    assertReview({ ...given, on: given.reviewedOn }, factsOf(file, await this.cases.todayOn(file.id), before, id));
    await this.reviews.correct(review, version, given);
    await this.tally.recount(file.officeId, file.clientId, before, await this.reviews.ofCase(file.id));
    return this.read(id);
  }

  private async found(file: ReachedCase, id: string): Promise<{ review: OpenReview; reviews: OpenReview[]; today: string }> {
    const reviews = await this.reviews.ofCase(file.id);
    const review = reviews.find(({ row }) => row.id === id);
    if (!review) throw notFound();
    return { review, reviews, today: await this.cases.todayOn(file.id) };
  }
}

/** An answer that is missing is named by the rule, not filled in. */
function givenBy({ point, reviewedOn, doneWithClient, outcomes }: OutcomeReviewInput): ReviewGiven {
  const said = <T>(of: (outcome: OutcomeInput) => T | undefined): Partial<Record<OutcomeDomain, T>> =>
    Object.fromEntries(outcomes.flatMap((one) => (of(one) === undefined ? [] : [[one.domain, of(one)]])));
  return {
    point: point as ReviewPoint,
    reviewedOn,
    doneWithClient,
    levels: said(({ level }) => level as OutcomeAnswer) as AllLevels,
    clientLevels: said(({ clientLevel }) => clientLevel as OutcomeAnswer | undefined),
    notes: said(({ note }) => note?.trim() || undefined),
  };
}

function withOne<T>(all: Partial<Record<OutcomeDomain, T>>, domain: OutcomeDomain, one: T | null): Partial<Record<OutcomeDomain, T>> {
  const others = Object.fromEntries(Object.entries(all).filter(([name]) => name !== domain)) as Partial<Record<OutcomeDomain, T>>;
  return one === null ? others : { ...others, [domain]: one };
}
