import type { ClaimAction } from '@panah/domain/asylum/claim.process';
import { rulesFrom, type Trigger, zoneOf } from '@panah/domain/asylum/country-profile';
import { entered, reckon } from '@panah/domain/asylum/legal-deadline';
import { seededProfile } from '@panah/domain/asylum/seeded-profiles';
import { addDays } from '@panah/domain/dates/calendar-days';
import { EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import type { DeadlineTrigger, DeadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import type { RoadStep } from './claim-road';
import { addDeadline, type LaidDeadline } from './lay-claim-parts';
import { EXAMPLE } from './lay-claims';
import { dayAgo, type LoadClaim, writtenAgo } from './load-claim';
import { momentAgo, OFFICE_CALENDAR } from './setting';

/** From which step what is counted, and the step that answers it; without one whoever owns it ticks it off within so many days. */
const COUNTED: Partial<
  Record<ClaimAction, { trigger: DeadlineTrigger; answer: ClaimAction } | { trigger: DeadlineTrigger; within: number }>
> = {
  make: { trigger: 'MADE', answer: 'register' },
  register: { trigger: 'REGISTERED', answer: 'lodge' },
  held: { trigger: 'INTERVIEW_HELD', within: 7 },
  decide_positive: { trigger: 'POSITIVE_SERVED', within: 85 },
  decide_negative: { trigger: 'NEGATIVE_SERVED', answer: 'lodge_appeal' },
  transfer_decision: { trigger: 'NEGATIVE_SERVED', answer: 'lodge_appeal' },
  inadmissible: { trigger: 'NEGATIVE_SERVED', answer: 'lodge_appeal' },
  further_appeal: { trigger: 'RULING_SERVED', answer: 'further_appeal' },
};
/** What stands in any country, by a rule or without a day. */
const TYPES: Partial<Record<DeadlineTrigger, DeadlineType>> = {
  MADE: 'REPORT_TO_AUTHORITY',
  REGISTERED: 'LODGE_APPLICATION',
  INTERVIEW_HELD: 'COMMENT_TRANSCRIPT',
  NEGATIVE_SERVED: 'APPEAL',
  RULING_SERVED: 'FURTHER_APPEAL',
};
const BY_HAND = { DONE: 82, NOT_USED: 12, NOTHING: 6 } as const;
const [ENTERED, EXTENDED, LATE_BUT_MET, FORGOTTEN] = [0.75, 0.04, 0.3, 0.05];
const DAY = 86_400_000;

/** When it was done, or when nobody needed it any more; in days before now. */
interface Answer {
  ago: number;
  done: boolean;
}

/** Lays by which days something had to be done, and what became of it. What was due before we came is not ours. */
export function layLoadDeadlines(claim: LoadClaim, decisionIds: ReadonlyMap<RoadStep, string>): void {
  claim.road.forEach((step, at) => {
    const counted = COUNTED[step.action];
    if (!counted) return;
    const { trigger } = counted;
    const on = dayAgo(claim, step.decision?.servedAgo ?? step.ago);
    const written = writtenAgo(claim, step.ago);
    for (const found of reckonings(claim, { trigger, on, ...servedBy(step) })) {
      if ((found.reckoning.dueOn ?? on) < dayAgo(claim, claim.opened)) continue;
      const answer = 'answer' in counted ? answerOf(counted.answer, step, claim.road[at + 1]) : drawAnswer(claim, step.ago, counted.within);
      layOne(claim, { ...found, at: written }, decisionIds.get(step) ?? null, answer);
    }
  });
}

const servedBy = ({ decision }: RoadStep): Pick<Trigger, 'decision' | 'suspensive'> & { method: LaidDeadline['reckoning']['method'] } => ({
  decision: decision?.type ?? null,
  suspensive: decision?.suspensive ?? null,
  method: decision?.method ?? null,
});

/** By the rules of the made-up country; elsewhere, where no rule is verified, by what the legal team entered, or without a day. */
function reckonings(
  { chance, matter, procedure }: LoadClaim,
  given: Omit<Trigger, 'procedure'> & { method: LaidDeadline['reckoning']['method'] },
): Omit<LaidDeadline, 'at'>[] {
  const { trigger, on } = given;
  const profile = matter.country === EXAMPLE_COUNTRY ? EXAMPLE : seededProfile(matter.country);
  const timeZone = zoneOf(profile, on) ?? OFFICE_CALENDAR.timeZone;
  const rules = rulesFrom(profile, { ...given, procedure });
  if (profile === EXAMPLE) return rules.map((rule) => ({ type: rule.value.type, reckoning: reckon(profile, rule, given), timeZone }));
  const type = TYPES[trigger];
  if (!type) return [];
  const reckoning = chance.happens(ENTERED)
    ? entered(trigger, on, addDays(on, chance.between(7, 30)), OFFICE_CALENDAR)
    : reckon(profile, rules.find(({ value }) => value.type === type) ?? null, given);
  return [{ type, reckoning, timeZone }];
}

function answerOf(action: ClaimAction, step: RoadStep, next: RoadStep | undefined): Answer | null {
  if (step.action === action) return { ago: step.ago, done: true };
  return next ? { ago: next.ago, done: next.action === action } : null;
}

function drawAnswer({ chance, end }: LoadClaim, ago: number, within: number): Answer | null {
  const [how, when] = [chance.weighted(BY_HAND), ago - chance.between(1, within)];
  return how === 'NOTHING' || when < end ? null : { ago: when, done: how === 'DONE' };
}

/** Where the authority gave more time, the first day stands beside the second. */
function layOne(claim: LoadClaim, deadline: LaidDeadline, decisionId: string | null, answer: Answer | null): void {
  const { shelf, setting, chance, matter, desk } = claim;
  const add = (one: LaidDeadline, columns: Record<string, unknown>): string =>
    addDeadline(shelf, setting, matter, one, {
      decision_id: decisionId,
      revision: matter.country === EXAMPLE_COUNTRY ? desk.revision : 0,
      ...columns,
    });
  const { trigger, triggerDate, dueOn } = deadline.reckoning;
  if (dueOn === null || !chance.happens(EXTENDED)) return void add(deadline, standOf(claim, dueOn, answer));
  const longer = entered(trigger, triggerDate, addDays(dueOn, 14), OFFICE_CALENDAR);
  const first = add(deadline, { state: 'EXTENDED', ended_at: deadline.at, ended_by: matter.by });
  add({ ...deadline, reckoning: longer }, { extends_id: first, ...standOf(claim, longer.dueOn, answer) });
}

function standOf(claim: LoadClaim, dueOn: string | null, answer: Answer | null): Record<string, unknown> {
  const { setting, chance, matter, end } = claim;
  const dueAgo = dueOn === null ? null : Math.round((Date.parse(dayAgo(claim, 0)) - Date.parse(dueOn)) / DAY);
  const over = (state: string, ago: number): Record<string, unknown> => ({
    state,
    ended_at: momentAgo(setting, ago, 14 * 60),
    ended_by: matter.by,
    ...(state === 'MET' ? { met_on: dayAgo(claim, ago), confirmed_on: dayAgo(claim, ago) } : {}),
  });
  if (answer?.done) {
    const late = dueAgo !== null && answer.ago < dueAgo;
    return over(late && !chance.happens(LATE_BUT_MET) ? 'MISSED' : 'MET', answer.ago);
  }
  // nothing is left open on a case that is closed
  if (answer || end > 0) return over('NOT_USED', answer?.ago ?? end);
  return dueAgo === null || dueAgo <= 0 || chance.happens(FORGOTTEN) ? { state: 'OPEN' } : over('MISSED', dueAgo - 1);
}
