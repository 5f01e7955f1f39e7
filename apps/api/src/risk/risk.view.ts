import type { SafetyMeasuresView, SafetyPlanView } from '@panah/contracts/safety-plan.contract';
import type { ContactRhythmView, RiskAssessmentView, RiskDifferenceView, RiskLineView } from '@panah/contracts/risk.contract';
import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { changedFactors } from '@panah/domain/risk/risk-difference';
import { contactDueAt, contactEvery, missedContacts } from '@panah/domain/risk/risk-rhythm';
import { riskAssessmentProcess, type RiskAssessmentAction } from '@panah/domain/risk/risk.process';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { currentActor } from '../platform/access/current-reach';
import type { CaseSafety } from './case-safety.records';
import type { OpenPlan, OpenRisk, RiskSecrets } from './risk-assessment';

type Names = ReadonlyMap<string, string>;
type Standing = Pick<ReachedCase, 'officeId' | 'standing'>;

const NOTHING: RiskSecrets = {
  sources: [],
  seenAlone: false,
  ratings: [],
  protective: null,
  worries: null,
  ownScale: null,
  levelReason: null,
  overrideReason: null,
  actionTaken: null,
  toldWhom: null,
};
const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

/** `before` is the assessment that stands, while this one waits. */
export function riskView({ row, secrets }: OpenRisk, names: Names, file: Standing, before: OpenRisk | null = null): RiskAssessmentView {
  const said = secrets ?? NOTHING;
  return {
    ...said,
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    state: row.state,
    author: person(row.authorId, names),
    assessedAt: row.assessedAt.toISOString(),
    floor: row.floor,
    level: row.level,
    previousLevel: row.previousLevel,
    secondReason: row.secondReason,
    confirmedBy: row.confirmedBy === null ? null : person(row.confirmedBy, names),
    finalAt: row.finalAt?.toISOString() ?? null,
    reviewAt: row.reviewAt?.toISOString() ?? null,
    difference: row.state === 'WAITING' && before ? differenceFrom(before, said, names) : null,
    actions: actionsOn({ row, secrets }, file),
  };
}

const differenceFrom = ({ row, secrets }: OpenRisk, said: RiskSecrets, names: Names): RiskDifferenceView => ({
  since: row.assessedAt.toISOString(),
  by: person(row.authorId, names),
  level: row.level,
  floor: row.floor,
  factors: changedFactors(secrets?.ratings ?? [], said.ratings),
});

export const riskLine = ({ row }: OpenRisk, names: Names): RiskLineView => ({
  id: row.id,
  state: row.state,
  level: row.level,
  floor: row.floor,
  author: person(row.authorId, names),
  assessedAt: row.assessedAt.toISOString(),
  reviewAt: row.reviewAt?.toISOString() ?? null,
});

export function planView({ row, secrets }: OpenPlan, names: Names, file: Standing): SafetyPlanView {
  return {
    ...secrets,
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    state: row.state,
    outcome: row.outcome,
    author: person(row.authorId, names),
    validFrom: row.validFrom,
    reviewOn: row.reviewOn,
    writtenAt: row.writtenAt.toISOString(),
    actions: row.state === 'CURRENT' && mayOn('safety:plan', file) ? ['edit', 'tick'] : [],
  };
}

export const measuresView = (caseId: string, plan: OpenPlan | null): SafetyMeasuresView => ({
  id: caseId,
  reviewOn: plan?.row.reviewOn ?? null,
  measures: plan?.secrets.measures ?? [],
  mustNot: plan?.secrets.mustNot ?? null,
});

/** R-RI-11 as the file shows it; null where there is no level yet, or no more contact to keep. */
export function rhythmView({ level, lastContactAt, assessedAt, openedAt, closed }: CaseSafety, now: Date): ContactRhythmView | null {
  if (!level || closed) return null;
  const [last, since] = [lastContactAt?.toISOString() ?? null, (assessedAt ?? openedAt).toISOString()];
  return {
    everyDays: contactEvery(level),
    lastContactAt: last,
    dueAt: contactDueAt(level, last, since),
    missed: missedContacts(level, last, since, now.toISOString()),
  };
}

const WORD_OF: Readonly<Record<RiskAssessmentAction, Word>> = {
  finalise: 'risk:assess',
  propose: 'risk:assess',
  discard: 'risk:assess',
  confirm: 'risk:confirm',
  return: 'risk:confirm',
};

/** `edit` besides the steps. Whether a draft becomes final or waits for a second person, the rules say, not a button. */
function actionsOn({ row }: OpenRisk, file: Standing): string[] {
  const isOwn = row.authorId === currentActor().staffId;
  const steps = actionsFrom(riskAssessmentProcess, row.state)
    .filter((action) => action !== 'propose' && mayOn(WORD_OF[action], file))
    .filter(() => (row.state === 'WAITING') !== isOwn);
  return row.state === 'DRAFT' && steps.length ? ['edit', ...steps] : steps;
}
