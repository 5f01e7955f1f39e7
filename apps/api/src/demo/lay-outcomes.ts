import { outcomeDomain, type OutcomeDomain } from '@panah/domain/vocabulary/plans';
import type { OutcomeAnswer } from '@panah/domain/vocabulary/reintegration';
import { newId } from '../platform/new-id';
import { type AllLevels, PLAIN_DOMAINS, reviewPlace, SEALED_DOMAINS, secretsOf } from '../reintegration/outcome-review.entity';
import { Chance } from './chance';
import type { LaidCase } from './lay-case';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Where people stand at the beginning, in tenths of a level (model 8.2). */
const BEGINNING: Record<OutcomeDomain, number> = {
  D01: 21,
  D02: 24,
  D03: 29,
  D04: 19,
  D05: 17,
  D06: 20,
  D07: 19,
  D08: 27,
  D09: 25,
  D10: 20,
  D11: 19,
  D12: 26,
};
/** Days from the baseline to each point, and what is gained by then in tenths of a level. */
const POINTS = [
  { point: 'M3', days: 91, gained: 4 },
  { point: 'M6', days: 182, gained: 7 },
  { point: 'M12', days: 365, gained: 10 },
  { point: 'M18', days: 547, gained: 12 },
  { point: 'M24', days: 730, gained: 14 },
] as const;
const UNTIL_BASELINE = 12;

const clipped = (level: number): OutcomeAnswer => String(Math.min(5, Math.max(1, level))) as OutcomeAnswer;

/** Lays how a life went, as it was looked at; gives the id of the review at closure. Draws from a chance of its own. */
export function layOutcomes(shelf: Shelf, setting: Setting, file: LaidCase, life: Life): string | null {
  const opened = life.openedDaysAgo ?? 0;
  if (life.state === 'ASSESSMENT' || opened < UNTIL_BASELINE) return null;
  const chance = new Chance(opened * 17 + life.noteDaysAgo.length);
  const asked = life.steps.find(({ action }) => action === 'request_closure');
  const from = opened - UNTIL_BASELINE;
  const first = levelsAt(chance, 0);
  const baseline = { point: 'BASELINE', ago: from, levels: first };
  const later = POINTS.filter(({ days }) => from - days >= (asked?.daysAgo ?? 0)).map(({ point, days, gained }) => ({
    point,
    ago: from - days,
    levels: levelsAt(chance, gained, first),
  }));
  const end = asked ? [{ point: 'CLOSURE', ago: asked.daysAgo, levels: levelsAt(chance, 12, first) }] : [];
  const reviews = [baseline, ...later, ...end].map((review) => ({ ...review, id: newId() }));
  for (const review of reviews) layReview(shelf, setting, file, review, first);
  for (const { point, levels } of later) layTally(shelf, setting, file, point, first, levels);
  return end.length ? (reviews.at(-1)?.id ?? null) : null;
}

function levelsAt(chance: Chance, gained: number, before?: AllLevels): AllLevels {
  return Object.fromEntries(
    outcomeDomain.codes.map((domain): [OutcomeDomain, OutcomeAnswer] => {
      const drawn = BEGINNING[domain] + gained + chance.between(-8, 8);
      if (before && chance.happens(0.09)) return [domain, clipped(Number(before[domain]) - 1)];
      return [domain, clipped(Math.round(drawn / 10))];
    }),
  ) as AllLevels;
}

interface Laid {
  id: string;
  point: string;
  ago: number;
  levels: AllLevels;
}

function layReview(shelf: Shelf, setting: Setting, file: LaidCase, { id, point, ago, levels }: Laid, first: AllLevels): void {
  const at = momentAgo(setting, ago, 11 * 60);
  const moved = outcomeDomain.codes.filter((domain) => Math.abs(Number(levels[domain]) - Number(first[domain])) >= 2);
  const notes = Object.fromEntries(moved.map((domain) => [domain, 'Talked over together: what changed, and what helped.']));
  shelf.add(
    'outcome_review',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      case_id: file.id,
      point,
      reviewed_on: dayOf(at),
      reviewer_id: file.workerId,
      done_with_client: true,
      created_at: at,
      seal_version: 1,
      version: 1,
      ...Object.fromEntries(PLAIN_DOMAINS.map((domain) => [domain.toLowerCase(), levels[domain]])),
    },
    {
      place: reviewPlace({ id, clientId: file.clientId, sealVersion: 1 }),
      payload: secretsOf({ levels, clientLevels: { D03: levels.D03, D11: levels.D11 }, notes }),
    },
  );
  if (setting.keepsLog)
    layMoves(shelf, setting, file, { type: 'outcome_review', id }, [{ action: 'review', from: null, to: point, by: file.workerId, at }]);
}

function layTally(shelf: Shelf, { orgId }: Setting, { officeId }: LaidCase, point: string, first: AllLevels, levels: AllLevels): void {
  if (!['M6', 'M12', 'M24'].includes(point)) return;
  for (const domain of SEALED_DOMAINS)
    shelf.add('outcome_tally', {
      id: newId(),
      org_id: orgId,
      office_id: officeId,
      domain,
      point,
      age_band: 'UNKNOWN',
      before: Number(first[domain]),
      after: Number(levels[domain]),
      change: 1,
    });
}
