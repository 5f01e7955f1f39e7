import { addDays, addMonths } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import { type OutcomeDomain, outcomeDomain } from '../vocabulary/plans';
import { type OutcomeAnswer, outcomeAnswer, type ReviewPoint } from '../vocabulary/reintegration';

/** Model 2.11: the baseline is made within so many days of the opening. */
export const BASELINE_DAYS = 30;
/** A review of a set point may be made so long before its day. */
const EARLIEST_DAYS = 30;
const MONTHS: Partial<Record<ReviewPoint, number>> = { M3: 3, M6: 6, M12: 12, M18: 18, M24: 24 };
const IN_TURN: readonly ReviewPoint[] = ['M3', 'M6', 'M12', 'M18', 'M24'];
const POST_CLOSURE_MONTHS = 6;
const NOTED_CHANGE = 2;

export type Levels = Readonly<Partial<Record<OutcomeDomain, OutcomeAnswer>>>;

/** What is known of a case when somebody looks at how a life goes; days are `YYYY-MM-DD`. */
export interface ReviewFacts {
  today: string;
  openedOn: string;
  closedOn: string | null;
  /** Reviews there are already, but for the one that is being corrected. */
  done: readonly { point: ReviewPoint; on: string }[];
  baseline: Levels | null;
}

export interface Review {
  point: ReviewPoint;
  on: string;
  levels: Levels;
  notes: Readonly<Partial<Record<OutcomeDomain, string>>>;
}

/** The day by which a review of a set point is made; null for closure and in between, and while its beginning is unknown. */
export function reviewDue(point: ReviewPoint, { openedOn, closedOn, done }: Omit<ReviewFacts, 'today' | 'baseline'>): string | null {
  if (point === 'BASELINE') return addDays(openedOn, BASELINE_DAYS);
  if (point === 'POST6') return closedOn && addMonths(closedOn, POST_CLOSURE_MONTHS);
  const months = MONTHS[point];
  const baseline = done.find((review) => review.point === 'BASELINE');
  return months && baseline ? addMonths(baseline.on, months) : null;
}

/** The set point that is looked at next, and by when; null when none is left. Points that were passed over stay so. */
export function nextReview(facts: Omit<ReviewFacts, 'baseline'>): { point: ReviewPoint; dueOn: string } | null {
  const isDone = (point: ReviewPoint): boolean => facts.done.some((review) => review.point === point);
  if (facts.closedOn) return null;
  if (!isDone('BASELINE')) return { point: 'BASELINE', dueOn: addDays(facts.openedOn, BASELINE_DAYS) };
  const left = IN_TURN.slice(IN_TURN.findLastIndex(isDone) + 1);
  const dated = left.flatMap((point) => {
    const dueOn = reviewDue(point, facts);
    return dueOn ? [{ point, dueOn }] : [];
  });
  const soon = addDays(facts.today, EARLIEST_DAYS);
  return dated.filter(({ dueOn }) => dueOn <= soon).at(-1) ?? dated[0] ?? null;
}

/** Set points of which a review may be made today, beside one in between. */
export function openPoints(facts: Omit<ReviewFacts, 'baseline'>): ReviewPoint[] {
  const isDone = (point: ReviewPoint): boolean => facts.done.some((review) => review.point === point);
  if (facts.closedOn) return isDone('POST6') ? [] : ['POST6'];
  if (!isDone('BASELINE')) return ['BASELINE', 'CLOSURE'];
  const ripe = IN_TURN.filter((point) => !isDone(point) && (reviewDue(point, facts) ?? '9999') <= addDays(facts.today, EARLIEST_DAYS));
  return [...ripe, ...(isDone('CLOSURE') ? [] : (['CLOSURE'] as const)), 'AD_HOC'];
}

/** Level at a point less the level at the baseline; null where one of them is no level. */
export function changeSince(baseline: Levels | null, levels: Levels, domain: OutcomeDomain): number | null {
  const [before, after] = [numberOf(baseline?.[domain]), numberOf(levels[domain])];
  return Number.isInteger(before) && Number.isInteger(after) ? after - before : null;
}

const numberOf = (answer: OutcomeAnswer | undefined): number => (answer ? Number(answer) : NaN);

/**
 * A review before it is kept (model 2.11): twelve answers, a point that is open, a day that fits, and words for each change of two or more.
 * @throws RuleBroken `review-incomplete` with the fields: `levels.D01`, `notes.D01`, `point`, `reviewedOn`
 */
export function assertReview(review: Review, facts: ReviewFacts): void {
  const fields: Record<string, string[]> = {};
  const day = faultOfDay(review, facts);
  if (day) fields['reviewedOn'] = [day];
  const point = faultOfPoint(review, facts);
  if (point) fields['point'] = [point];
  for (const domain of outcomeDomain.codes) {
    if (!outcomeAnswer.has(review.levels[domain])) fields[`levels.${domain}`] = ['missing'];
    else if (needsWords(review, facts, domain)) fields[`notes.${domain}`] = ['missing'];
  }
  if (Object.keys(fields).length) throw new RuleBroken('review-incomplete', {}, fields);
}

function needsWords({ point, levels, notes }: Review, { baseline }: ReviewFacts, domain: OutcomeDomain): boolean {
  if (point === 'BASELINE') return false;
  return Math.abs(changeSince(baseline, levels, domain) ?? 0) >= NOTED_CHANGE && !notes[domain]?.trim();
}

function faultOfDay({ on }: Review, { today, openedOn }: ReviewFacts): string | null {
  if (on > today) return 'in-future';
  return on < openedOn ? 'before-opening' : null;
}

function faultOfPoint({ point, on }: Review, facts: ReviewFacts): string | null {
  if (point !== 'AD_HOC' && facts.done.some((review) => review.point === point)) return 'point-done';
  if ((point === 'POST6') !== (facts.closedOn !== null)) return 'not-open';
  const isInTurn = IN_TURN.includes(point) || point === 'AD_HOC';
  if (isInTurn && !facts.done.some((review) => review.point === 'BASELINE')) return 'baseline-missing';
  const due = reviewDue(point, facts);
  return due !== null && point !== 'BASELINE' && on < addDays(due, -EARLIEST_DAYS) ? 'too-early' : null;
}
