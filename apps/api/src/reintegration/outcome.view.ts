import type { OutcomeReviewsView, OutcomeReviewView } from '@panah/contracts/reintegration.contract';
import type { Word } from '@panah/domain/access/access-table';
import { changeSince, nextReview, openPoints, reviewDue, type ReviewFacts } from '@panah/domain/reintegration/outcome.rules';
import { type OutcomeDomain, outcomeDomain } from '@panah/domain/vocabulary/plans';
import { workerOf } from '../cases/case.view';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import type { OpenReview } from './outcome-review.entity';

type Names = ReadonlyMap<string, string>;

/** Model 5.1, row 21: who sees one domain only. */
const ONE_DOMAIN: readonly [Word, OutcomeDomain][] = [
  ['outcome:read-legal', 'D01'],
  ['outcome:read-housing', 'D02'],
  ['outcome:read-wellbeing', 'D09'],
  ['outcome:read-family', 'D10'],
];

/** The domains that are open to the reader. */
export function domainsFor(file: ReachedCase): OutcomeDomain[] {
  if (mayOn('outcome:read-every', file)) return [...outcomeDomain.codes];
  return ONE_DOMAIN.flatMap(([word, domain]) => (mayOn(word, file) ? [domain] : []));
}

export function factsOf(file: ReachedCase, today: string, reviews: readonly OpenReview[], without?: string): ReviewFacts {
  const others = reviews.filter(({ row }) => row.id !== without);
  return {
    today,
    openedOn: file.openedOn,
    closedOn: file.closedOn,
    done: others.map(({ row }) => ({ point: row.point, on: row.reviewedOn })),
    baseline: others.find(({ row }) => row.point === 'BASELINE')?.levels ?? null,
  };
}

export function outcomeReviewsView(file: ReachedCase, today: string, reviews: readonly OpenReview[], names: Names): OutcomeReviewsView {
  const facts = factsOf(file, today, reviews);
  const domains = domainsFor(file);
  const next = nextReview(facts);
  const mayRecord = mayOn('outcome:record', file) && !file.hasLaterPeriod;
  const may: [string, boolean][] = [
    ['review', mayRecord && openPoints(facts).length > 0],
    ['help', mayOn('help:record', file) && file.state !== 'CLOSED'],
    ['certify', mayOn('certificate:issue', file)],
  ];
  return {
    id: file.id,
    domains,
    items: reviews.map((review) => reviewView(review, file, facts, domains, names)),
    next: next && { ...next, late: next.dueOn < today },
    points: mayRecord ? openPoints(facts) : [],
    actions: may.flatMap(([action, open]) => (open ? [action] : [])),
  };
}

export function reviewView(
  { row, secrets, levels }: OpenReview,
  file: ReachedCase,
  facts: ReviewFacts,
  domains: readonly OutcomeDomain[],
  names: Names,
): OutcomeReviewView {
  const open = file.state !== 'CLOSED' || row.point === 'POST6';
  const due = reviewDue(row.point, facts);
  const may: [string, boolean][] = [
    ['correct', open && mayOn('outcome:record', file)],
    ['correct-wellbeing', open && mayOn('outcome:record-wellbeing', file)],
  ];
  return {
    id: row.id,
    version: row.version,
    point: row.point,
    reviewedOn: row.reviewedOn,
    reviewer: workerOf(row.reviewerId, names),
    doneWithClient: row.doneWithClient,
    late: due !== null && row.reviewedOn > due,
    outcomes: domains.map((domain) => ({
      domain,
      level: levels[domain],
      clientLevel: secrets.clientLevels[domain] ?? null,
      note: secrets.notes[domain] ?? null,
      change: row.point === 'BASELINE' ? null : changeSince(facts.baseline, levels, domain),
    })),
    actions: may.flatMap(([action, is]) => (is ? [action] : [])),
  };
}
